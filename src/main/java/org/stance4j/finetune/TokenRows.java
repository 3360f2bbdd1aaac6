package org.stance4j.finetune;

import java.util.List;
import org.stance4j.encoder.TokenSpan;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.tensor.Tensor;

/** A passage as the trainable layers see it: one vector for each token. */
interface TokenRows {
  /** Number of tokens, at least 1. */
  int tokens();

  /** Where the texts stand that are scored, at least one. */
  List<TokenSpan> wanted();

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
      public List<TokenSpan> wanted() {
        return vectors.wanted();
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
   * @param wanted where the texts stand that are scored
   */
  static TokenRows of(Tensor vectors, List<TokenSpan> wanted) {
    int tokens = vectors.shape().get(0);
    int hidden = vectors.shape().get(1);
    float[] values = vectors.floats();
    return new TokenRows() {
      @Override
      public int tokens() {
        return tokens;
      }

      @Override
      public List<TokenSpan> wanted() {
        return wanted;
      }

      @Override
      public void copyToken(int t, float[] target, int offset) {
        System.arraycopy(values, t * hidden, target, offset, hidden);
      }
    };
  }
}
