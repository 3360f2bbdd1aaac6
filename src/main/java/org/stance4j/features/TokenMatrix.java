package org.stance4j.features;

import org.stance4j.encoder.TokenVectors;

/**
 * The tokens of a sentence as rows; columns are layers × hidden size. Immutable as long as nobody
 * writes to the arrays that it was made of.
 *
 * <p>A number is (half-precision number of the encoder − mean of its column) × scale of its column.
 * Mean and scale are shared by all sentences and the encoder's numbers by all extractors, so that
 * no fold of a cross-validation holds a copy.
 */
public final class TokenMatrix implements FeatureVector {
  private final TokenVectors tokens;
  private final float[] mean;
  private final float[] scale;

  /**
   * A matrix over these arrays, which are not copied.
   *
   * @param mean [columns]
   * @param scale [columns]
   * @throws IllegalArgumentException if the lengths differ
   */
  public TokenMatrix(TokenVectors tokens, float[] mean, float[] scale) {
    if (mean.length != tokens.dimension() || scale.length != mean.length) {
      throw new IllegalArgumentException(
          "tokens have "
              + tokens.dimension()
              + " numbers, mean and scale "
              + mean.length
              + " and "
              + scale.length);
    }
    this.tokens = tokens;
    this.mean = mean;
    this.scale = scale;
  }

  /** Number of tokens, at least 1. */
  public int rows() {
    return tokens.tokens();
  }

  /** Number of columns: length of a token's vector. */
  @Override
  public int dimension() {
    return mean.length;
  }

  /** The number in a row and a column. */
  public float value(int row, int column) {
    return (tokens.value(row, column) - mean[column]) * scale[column];
  }

  /** All numbers, row by row, in a new array of rows × columns. */
  public float[] values() {
    float[] values = new float[rows() * mean.length];
    for (int row = 0; row < rows(); row++) {
      int offset = row * mean.length;
      tokens.copyToken(row, values, offset);
      for (int k = 0; k < mean.length; k++) {
        values[offset + k] = (values[offset + k] - mean[k]) * scale[k];
      }
    }
    return values;
  }
}
