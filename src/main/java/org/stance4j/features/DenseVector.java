package org.stance4j.features;

/**
 * A vector of which every number is kept. Immutable as long as nobody writes to {@link #values()}.
 */
public final class DenseVector implements FeatureVector {
  private final float[] values;

  /** A vector over these numbers, which are not copied. */
  public DenseVector(float[] values) {
    this.values = values;
  }

  @Override
  public int dimension() {
    return values.length;
  }

  /** The numbers themselves, not a copy: read only. */
  public float[] values() {
    return values;
  }
}
