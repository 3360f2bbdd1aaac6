package org.stance4j.classifier;

import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;

/** Arithmetic on feature vectors. */
public final class Vectors {
  private Vectors() {}

  /** Inner product with {@code weights[offset … offset + dimension)}, accumulated in double. */
  public static double dot(FeatureVector vector, float[] weights, int offset) {
    double sum = 0;
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.size(); i++) {
        sum += (double) sparse.value(i) * weights[offset + sparse.index(i)];
      }
      return sum;
    }
    float[] values = ((DenseVector) vector).values();
    for (int k = 0; k < values.length; k++) {
      sum += (double) values[k] * weights[offset + k];
    }
    return sum;
  }

  /** Squared Euclidean length. */
  public static double squaredLength(FeatureVector vector) {
    double sum = 0;
    if (vector instanceof SparseVector sparse) {
      for (int i = 0; i < sparse.size(); i++) {
        sum += (double) sparse.value(i) * sparse.value(i);
      }
      return sum;
    }
    for (float value : ((DenseVector) vector).values()) {
      sum += (double) value * value;
    }
    return sum;
  }

  /** exp(score − max) / sum: the softmax, safe for large scores; written into a new array. */
  public static double[] softmax(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double[] result = new double[scores.length];
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      result[k] = Math.exp(scores[k] - max);
      sum += result[k];
    }
    for (int k = 0; k < scores.length; k++) {
      result[k] /= sum;
    }
    return result;
  }
}
