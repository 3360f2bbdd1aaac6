package org.stance4j.features;

/** A vector of which only the numbers other than zero are kept. */
public final class SparseVector implements FeatureVector {
  private final int dimension;
  private final int[] indices;
  private final float[] values;

  /**
   * A vector over these numbers, which are not copied.
   *
   * @param dimension length, zeros included
   * @param indices strictly ascending, in [0, dimension)
   * @param values one number per index
   */
  public SparseVector(int dimension, int[] indices, float[] values) {
    if (indices.length != values.length) {
      throw new IllegalArgumentException(
          indices.length + " indices for " + values.length + " values");
    }
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < (i == 0 ? 0 : indices[i - 1] + 1) || indices[i] >= dimension) {
        throw new IllegalArgumentException(
            "index " + indices[i] + " at place " + i + " is out of order or range");
      }
    }
    this.dimension = dimension;
    this.indices = indices;
    this.values = values;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /** Number of stored numbers. */
  public int size() {
    return indices.length;
  }

  /** Index of the stored number at that place. */
  public int index(int place) {
    return indices[place];
  }

  /** The stored number at that place. */
  public float value(int place) {
    return values[place];
  }
}
