package org.stance4j.encoder;

import java.util.List;

/**
 * Turns texts into one vector for each token.
 *
 * <p>The vectors of a text do not depend on the other texts of the call. Safe for use by several
 * threads until closed.
 */
public interface TokenEncoder extends AutoCloseable {
  /** Length of a token's vector. */
  int dimension();

  /** Names weights, tokenizer and spec: two encoders with one fingerprint give the same vectors. */
  String fingerprint();

  /**
   * Encodes texts.
   *
   * @param texts any number of texts; an empty one is allowed
   * @return the tokens of each text, special tokens and the prefix included, in the order of the
   *     texts
   */
  List<TokenVectors> encode(List<String> texts);

  /**
   * Encodes passages.
   *
   * @return the tokens of each passage, those of its context and special ones included, in the
   *     order of the passages
   */
  List<TokenVectors> encodePassages(List<Passage> passages);

  /** Releases native memory. May be called more than once. */
  @Override
  void close();
}
