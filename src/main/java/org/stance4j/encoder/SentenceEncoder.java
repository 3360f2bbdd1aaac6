package org.stance4j.encoder;

import java.util.List;

/**
 * Turns texts into vectors of fixed length.
 *
 * <p>The vector of a text does not depend on the other texts of the call. Safe for use by several
 * threads until closed.
 */
public interface SentenceEncoder extends AutoCloseable {
  /** Length of a vector. */
  int dimension();

  /** Names weights, tokenizer and spec: two encoders with one fingerprint give the same vectors. */
  String fingerprint();

  /**
   * Encodes texts.
   *
   * @param texts any number of texts; an empty one is allowed
   * @return [texts][{@link #dimension()}] in the order of the texts
   */
  float[][] encode(List<String> texts);

  /** Releases native memory. May be called more than once. */
  @Override
  void close();
}
