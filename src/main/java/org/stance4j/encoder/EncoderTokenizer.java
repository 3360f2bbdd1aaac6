package org.stance4j.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cuts texts into an encoder's tokens. Safe for use by several threads until closed. */
final class EncoderTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final long[] special;
  private final String prefix;
  private final int maxTokens;

  /**
   * Opens the tokenizer of an encoder.
   *
   * @param prefix put in front of what is read at once
   * @param maxTokens what is longer is cut, special tokens included
   * @throws EncoderException if its file is missing or not a tokenizer's, or no special tokens
   *     begin and end what it reads
   */
  EncoderTokenizer(Encoder encoder, String prefix, int maxTokens) {
    this.prefix = prefix;
    this.maxTokens = maxTokens;
    String name =
        encoder instanceof LocalEncoder files
            ? "tokenizer " + files.tokenizerFile()
            : "tokenizer of " + encoder.id();
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
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(encoder.tokenizer()), options);
    } catch (EncoderException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // the library throws what its native code says as a RuntimeException
      throw new EncoderException(name + " cannot be opened: " + e.getMessage(), e);
    }
    this.special = tokenizer.encode("").getIds();
    if (special.length < 2) {
      tokenizer.close();
      throw new EncoderException(
          name
              + " puts "
              + special.length
              + " special tokens around a text, a BERT-style encoder's puts one before and one"
              + " behind it");
    }
  }

  /** The tokens of a text by itself. */
  TokenIds encode(String text) {
    return TokenIds.of(tokenizer.encode(prefix + text));
  }

  /**
   * The tokens of a passage. Where they are too many, texts of the context are left out, those
   * farthest from the wanted texts first; then the longest wanted ones are cut.
   */
  TokenIds encode(Passage passage) {
    long[] start = tokens(prefix);
    List<long[]> texts = new ArrayList<>();
    passage.texts().forEach(text -> texts.add(tokens(text)));
    int from = passage.from();
    int to = passage.to();
    int room = maxTokens - 1 - start.length;
    while (length(texts) > room && texts.size() > to - from) {
      if (texts.size() - to >= from) {
        texts.remove(texts.size() - 1);
      } else {
        texts.remove(0);
        from--;
        to--;
      }
    }
    shorten(texts, room);
    long[] ids = new long[1 + start.length + length(texts)];
    ids[0] = special[0];
    System.arraycopy(start, 0, ids, 1, start.length);
    int next = 1 + start.length;
    List<TokenSpan> wanted = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      long[] text = texts.get(i);
      System.arraycopy(text, 0, ids, next, text.length);
      ids[next + text.length] = special[special.length - 1];
      if (i >= from && i < to) {
        // a text without tokens is represented by its separator
        wanted.add(new TokenSpan(next, next + Math.max(1, text.length)));
      }
      next += text.length + 1;
    }
    return TokenIds.of(ids, wanted);
  }

  private long[] tokens(String text) {
    return tokenizer.encode(text, false, false).getIds();
  }

  /** Number of tokens, each text with its separator. */
  private static int length(List<long[]> texts) {
    return texts.stream().mapToInt(text -> text.length + 1).sum();
  }

  private static void shorten(List<long[]> texts, int room) {
    while (length(texts) > room) {
      int longest = 0;
      for (int i = 1; i < texts.size(); i++) {
        if (texts.get(i).length > texts.get(longest).length) {
          longest = i;
        }
      }
      long[] text = texts.get(longest);
      if (text.length == 0) {
        throw new IllegalArgumentException(
            "a passage of " + texts.size() + " texts does not fit into " + room + " tokens");
      }
      texts.set(longest, Arrays.copyOf(text, text.length - 1));
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
