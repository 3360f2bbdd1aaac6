package org.stance4j.classifier;

import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.features.TokenMatrix;
import org.stance4j.tensor.TensorFormatException;

/** Arithmetic on feature vectors. */
public final class Vectors {
  /** Far above what any vocabulary holds; bounds the memory that a damaged file can ask for. */
  static final int LARGEST_DIMENSION = 1 << 24;

  private Vectors() {}

  /**
   * Demands that a classifier has columns, and not too many.
   *
   * @return the dimension
   * @throws TensorFormatException if it is not in [1, 2^24]
   */
  static int checkedDimension(int dimension) {
    if (dimension < 1 || dimension > LARGEST_DIMENSION) {
      throw new TensorFormatException(
          "a classifier's vectors must have 1 to "
              + LARGEST_DIMENSION
              + " numbers, got "
              + dimension);
    }
    return dimension;
  }

  /** Inner product with {@code weights[offset … offset + dimension)}, accumulated in double. */
  public static double dot(FeatureVector vector, float[] weights, int offset) {
    if (vector instanceof SparseVector sparse) {
      double sum = 0;
      for (int i = 0; i < sparse.size(); i++) {
        sum += (double) sparse.value(i) * weights[offset + sparse.index(i)];
      }
      return sum;
    }
    return dot(dense(vector).values(), weights, offset);
  }

  /** The same for plain numbers. */
  public static double dot(float[] values, float[] weights, int offset) {
    return dot(values, 0, weights, offset, values.length);
  }

  /**
   * Inner product of {@code values[from … from + length)} and {@code weights[offset … offset +
   * length)}. Four running sums, in a fixed order, keep the processor's units busy.
   */
  public static double dot(float[] values, int from, float[] weights, int offset, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      a += (double) values[from + k] * weights[offset + k];
      b += (double) values[from + k + 1] * weights[offset + k + 1];
      c += (double) values[from + k + 2] * weights[offset + k + 2];
      d += (double) values[from + k + 3] * weights[offset + k + 3];
    }
    for (; k < length; k++) {
      a += (double) values[from + k] * weights[offset + k];
    }
    return a + b + c + d;
  }

  /** The number at that index, 0 where a sparse vector keeps none. */
  public static float value(FeatureVector vector, int index) {
    if (!(vector instanceof SparseVector sparse)) {
      return dense(vector).values()[index];
    }
    int low = 0;
    int high = sparse.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (sparse.index(middle) == index) {
        return sparse.value(middle);
      }
      if (sparse.index(middle) < index) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
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
    for (float value : dense(vector).values()) {
      sum += (double) value * value;
    }
    return sum;
  }

  /** The vector, if it is dense. */
  private static DenseVector dense(FeatureVector vector) {
    requireOnePerSentence(vector);
    return (DenseVector) vector;
  }

  /**
   * Refuses a matrix of tokens.
   *
   * @throws IllegalArgumentException naming the features that fit
   */
  static void requireOnePerSentence(FeatureVector vector) {
    if (vector instanceof TokenMatrix) {
      throw new IllegalArgumentException(
          "this classifier takes one vector for a sentence, but the features 'tokens' give one for"
              + " each token; choose the features 'embedding' or 'ngrams', or the classifier 'conv'"
              + " or 'attention'");
    }
  }

  /**
   * The vector as the matrix of tokens that it is.
   *
   * @throws IllegalArgumentException if it is not one, naming the features that fit
   */
  public static TokenMatrix tokens(FeatureVector vector) {
    if (vector instanceof TokenMatrix matrix) {
      return matrix;
    }
    throw new IllegalArgumentException(
        "this classifier takes one vector for each token, but the features 'embedding' and 'ngrams'"
            + " give one for a sentence; choose the features 'tokens', or another classifier than"
            + " 'conv' and 'attention'");
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
