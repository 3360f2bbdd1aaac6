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
  default List<TokenVectors> encode(List<String> texts) {
    return encodeInContext(texts.stream().map(EncoderText::alone).toList());
  }

  /**
   * Encodes texts and what stands around them.
   *
   * @return the tokens of each text, then those of its context, special tokens included
   */
  List<TokenVectors> encodeInContext(List<EncoderText> texts);

  /** Releases native memory. May be called more than once. */
  @Override
  void close();
}
