package org.stance4j.finetune;

import org.stance4j.encoder.TokenVectors;
import org.stance4j.tensor.Tensor;

/** A sentence as the trainable layers see it: one vector for each token. */
interface TokenRows {
  /** Number of tokens, at least 1. */
  int tokens();

  /** How many of them, from the first, the pooled vector is the mean of. */
  int own();

  /** Copies the vector of token {@code t} to {@code target} from {@code offset} on. */
  void copyToken(int t, float[] target, int offset);

  /** What an encoder gave. */
  static TokenRows of(TokenVectors vectors) {
    return new TokenRows() {
      @Override
      public int tokens() {
        return vectors.tokens();
      }

      @Override
      public int own() {
        return vectors.own();
      }

      @Override
      public void copyToken(int t, float[] target, int offset) {
        vectors.copyToken(t, target, offset);
      }
    };
  }

  /**
   * Vectors in single precision.
   *
   * @param vectors F32 [tokens][hidden]
   * @param own how many of them, from the first, are pooled
   */
  static TokenRows of(Tensor vectors, int own) {
    int tokens = vectors.shape().get(0);
    int hidden = vectors.shape().get(1);
    float[] values = vectors.floats();
    return new TokenRows() {
      @Override
      public int tokens() {
        return tokens;
      }

      @Override
      public int own() {
        return own;
      }

      @Override
      public void copyToken(int t, float[] target, int offset) {
        System.arraycopy(values, t * hidden, target, offset, hidden);
      }
    };
  }
}
