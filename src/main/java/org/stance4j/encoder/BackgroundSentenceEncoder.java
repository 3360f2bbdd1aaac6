package org.stance4j.encoder;

import java.util.List;
import java.util.function.Supplier;

/**
 * Opens an encoder on another thread, so that its weights load while the caller reads the rest of a
 * model and the text. What goes wrong is thrown at the first use.
 */
final class BackgroundSentenceEncoder implements SentenceEncoder {
  private final int dimension;
  private final String fingerprint;
  private final Opening<SentenceEncoder> encoder;

  BackgroundSentenceEncoder(int dimension, String fingerprint, Supplier<SentenceEncoder> opener) {
    this.dimension = dimension;
    this.fingerprint = fingerprint;
    this.encoder = new Opening<>(opener, SentenceEncoder::close);
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
    return encoder.get().encode(texts);
  }

  @Override
  public void close() {
    encoder.close();
  }
}
