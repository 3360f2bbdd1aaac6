package org.stance4j.classifier.tribuo;

import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.classifier.Vectors;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;

/**
 * exp(−γ‖x − y‖²) for every pair of vectors, computed once and used by all trainings on parts of
 * them.
 *
 * <p>Values lie in [0, 1] and are kept in steps of 1/{@value #STEPS}, far below the solver's
 * tolerance of 1e-3: two bytes a pair, and the number of different values is small enough for each
 * to be one object.
 */
final class KernelMatrix {
  /** Number of steps from 0 to 1. */
  static final int STEPS = Character.MAX_VALUE;

  private final char[][] lowerTriangle;

  /** The matrix of these vectors; rows are computed side by side, each by one thread. */
  KernelMatrix(List<FeatureVector> vectors, double gamma) {
    int n = vectors.size();
    double[] lengths = vectors.stream().mapToDouble(Vectors::squaredLength).toArray();
    float[][] dense = vectors.stream().map(KernelMatrix::dense).toArray(float[][]::new);
    lowerTriangle = new char[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              char[] row = new char[i + 1];
              for (int j = 0; j <= i; j++) {
                double distance = lengths[i] + lengths[j] - 2 * Vectors.dot(dense[i], dense[j], 0);
                row[j] = (char) Math.round(STEPS * Math.exp(-gamma * Math.max(0, distance)));
              }
              lowerTriangle[i] = row;
            });
  }

  /** The value of a pair as a number of steps, in [0, {@value #STEPS}]. */
  int steps(int row, int column) {
    return lowerTriangle[Math.max(row, column)][Math.min(row, column)];
  }

  private static float[] dense(FeatureVector vector) {
    if (vector instanceof DenseVector dense) {
      return dense.values();
    }
    throw new IllegalArgumentException(
        "a kernel machine takes dense vectors; choose the features 'embedding'");
  }
}
