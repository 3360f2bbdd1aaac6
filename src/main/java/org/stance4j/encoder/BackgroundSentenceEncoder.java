package org.stance4j.encoder;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Opens an encoder on another thread, so that its weights load while the caller reads the rest of a
 * model and the text. What goes wrong is thrown at the first use.
 */
final class BackgroundSentenceEncoder implements SentenceEncoder {
  private final int dimension;
  private final String fingerprint;
  private final CompletableFuture<SentenceEncoder> encoder;
  private volatile boolean closed;

  BackgroundSentenceEncoder(int dimension, String fingerprint, Supplier<SentenceEncoder> opener) {
    this.dimension = dimension;
    this.fingerprint = fingerprint;
    this.encoder = CompletableFuture.supplyAsync(opener);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public float[][] encode(List<String> texts) {
    if (closed) {
      throw new IllegalStateException("the encoder is closed");
    }
    try {
      return encoder.join().encode(texts);
    } catch (CompletionException e) {
      if (e.getCause() instanceof EncoderException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Waits for an opening that is under way: an encoder must not outlive its owner. */
  @Override
  public void close() {
    closed = true;
    encoder
        .handle(
            (open, failure) -> {
              if (open != null) {
                open.close();
              }
              return true;
            })
        .join();
  }
}
