package org.stance4j.encoder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Tokenizer and graph of an encoder.
 *
 * @param tokenizer makes tokens of texts
 * @param session runs the graph on tokens
 */
record GraphParts(EncoderTokenizer tokenizer, OnnxSession session) implements AutoCloseable {
  /**
   * Opens both side by side: each loads a native library and parses a large file.
   *
   * @throws EncoderException if one cannot be opened; then neither is open
   */
  static GraphParts open(
      Supplier<EncoderTokenizer> openTokenizer, Supplier<OnnxSession> openSession) {
    CompletableFuture<EncoderTokenizer> opening = CompletableFuture.supplyAsync(openTokenizer);
    OnnxSession session;
    try {
      session = openSession.get();
    } catch (RuntimeException e) {
      opening.thenAccept(EncoderTokenizer::close).exceptionally(alsoFailed -> null).join();
      throw e;
    }
    try {
      return new GraphParts(opening.join(), session);
    } catch (CompletionException e) {
      session.close();
      throw e.getCause() instanceof EncoderException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    session.close();
  }
}
