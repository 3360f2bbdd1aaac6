package org.stance4j.encoder;

import java.util.List;
import org.stance4j.tensor.Float16;

/**
 * One vector for each token of a text. Immutable and thread-safe.
 *
 * <p>Numbers are kept in half precision, ten bits of mantissa: 30 tokens of 384 numbers take 23 kB
 * instead of 46. Hidden states come out of a layer norm, far below the largest half of 65504.
 */
public final class TokenVectors {
  private static final int NOT_FINITE = 0x7c00;

  private final int tokens;
  private final List<TokenSpan> wanted;
  private final short[] halves;

  private TokenVectors(int tokens, List<TokenSpan> wanted, short[] halves) {
    this.tokens = tokens;
    this.wanted = wanted;
    this.halves = halves;
  }

  /**
   * Vectors of these numbers, each rounded to the nearest half.
   *
   * @param rows [tokens][dimension], at least one token
   * @throws IllegalArgumentException if there is no token, rows differ in length, or a number is
   *     not within ±65504
   */
  public static TokenVectors of(float[]... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("token vectors need at least one token");
    }
    int dimension = rows[0].length;
    short[] halves = new short[rows.length * dimension];
    for (int t = 0; t < rows.length; t++) {
      if (rows[t].length != dimension) {
        throw new IllegalArgumentException(
            "token vectors must share one length, got " + dimension + " and " + rows[t].length);
      }
      for (int k = 0; k < dimension; k++) {
        halves[t * dimension + k] = half(rows[t][k]);
      }
    }
    return new TokenVectors(rows.length, List.of(new TokenSpan(0, rows.length)), halves);
  }

  /** Layers side by side: the vector of a token is that of the first layer, then the second … */
  static TokenVectors of(HiddenStates states) {
    int tokens = states.tokens();
    int layers = states.layers().size();
    int hidden = states.layers().get(0).length / tokens;
    short[] halves = new short[tokens * layers * hidden];
    int i = 0;
    for (int t = 0; t < tokens; t++) {
      for (float[] layer : states.layers()) {
        for (int k = 0; k < hidden; k++) {
          halves[i++] = half(layer[t * hidden + k]);
        }
      }
    }
    return new TokenVectors(tokens, states.wanted(), halves);
  }

  private static short half(float value) {
    short half = Float16.of(value);
    if ((half & NOT_FINITE) == NOT_FINITE) {
      throw new IllegalArgumentException(
          "token vectors are kept in half precision, within ±65504, got " + value);
    }
    return half;
  }

  /** Where the texts stand whose vectors are wanted; all tokens of a text by itself. */
  public List<TokenSpan> wanted() {
    return wanted;
  }

  /** Number of tokens, at least 1. */
  public int tokens() {
    return tokens;
  }

  /** Length of a token's vector. */
  public int dimension() {
    return halves.length / tokens;
  }

  /** A number: place {@code k} in the vector of token {@code t}. */
  public float value(int t, int k) {
    return Float16.toFloat(halves[t * dimension() + k]);
  }

  /** Copies the vector of token {@code t} to {@code target[offset … offset + dimension)}. */
  public void copyToken(int t, float[] target, int offset) {
    int dimension = dimension();
    for (int k = 0; k < dimension; k++) {
      target[offset + k] = Float16.toFloat(halves[t * dimension + k]);
    }
  }

  /** Bytes that the numbers take in memory. */
  long bytes() {
    return (long) halves.length * Short.BYTES;
  }
}
