package org.stance4j.features;

import org.stance4j.tensor.TensorFormatException;

/** What is done to every embedding: less the mean, onto a few directions, times a scale. */
final class EmbeddingMap {
  private final float[] mean;
  private final float[][] projection;
  private final float scale;

  /**
   * A map of these parts, which are not copied.
   *
   * @param mean [d], subtracted
   * @param projection [components][d]; none for all directions as they are
   * @param scale so that the training vectors have a mean squared length of 1
   */
  EmbeddingMap(float[] mean, float[][] projection, float scale) {
    for (float[] direction : projection) {
      if (direction.length != mean.length) {
        throw new TensorFormatException(
            "a direction has " + direction.length + " numbers, the mean has " + mean.length);
      }
    }
    this.mean = mean;
    this.projection = projection;
    this.scale = scale;
  }

  float[] mean() {
    return mean;
  }

  float[][] projection() {
    return projection;
  }

  float scale() {
    return scale;
  }

  /** Length of what comes out. */
  int dimension() {
    return projection.length == 0 ? mean.length : projection.length;
  }

  /** A new vector of {@link #dimension()} numbers. */
  float[] apply(float[] vector) {
    float[] result = new float[dimension()];
    if (projection.length == 0) {
      for (int k = 0; k < result.length; k++) {
        result[k] = (vector[k] - mean[k]) * scale;
      }
      return result;
    }
    float[] centred = new float[mean.length];
    for (int k = 0; k < centred.length; k++) {
      centred[k] = vector[k] - mean[k];
    }
    for (int c = 0; c < result.length; c++) {
      double sum = 0;
      for (int k = 0; k < centred.length; k++) {
        sum += (double) projection[c][k] * centred[k];
      }
      result[c] = (float) (sum * scale);
    }
    return result;
  }
}
