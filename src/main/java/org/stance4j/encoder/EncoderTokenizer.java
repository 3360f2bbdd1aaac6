package org.stance4j.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Cuts texts into an encoder's tokens. Safe for use by several threads until closed. */
final class EncoderTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final String prefix;

  /**
   * Opens the tokenizer of an encoder.
   *
   * @param prefix put in front of every text, not of its context
   * @param maxTokens longer ones are cut, of text and context whichever is longer first
   * @throws EncoderException if its file is missing or not a tokenizer's
   */
  EncoderTokenizer(EncoderCatalog encoder, String prefix, int maxTokens) {
    this.prefix = prefix;
    Map<String, String> options =
        Map.of(
            "padding",
            "false",
            "truncation",
            "true",
            "maxLength",
            String.valueOf(maxTokens),
            "modelMaxLength",
            String.valueOf(EncoderSpec.TOKEN_LIMIT));
    try {
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(EncoderFiles.read(encoder.tokenizerResource())), options);
    } catch (IOException e) {
      throw new EncoderException(
          "tokenizer of " + encoder.id() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** The tokens of a text and its context. */
  TokenIds encode(EncoderText text) {
    String own = prefix + text.text();
    return new TokenIds(
        text.context().isEmpty() ? tokenizer.encode(own) : tokenizer.encode(own, text.context()));
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
