package org.stance4j.classifier.tribuo;

import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.classifier.Vectors;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;

/**
 * exp(−γ‖x − y‖²) for every pair of vectors, computed once and used by all trainings on parts of
 * them.
 */
final class KernelMatrix {
  private final float[][] values;

  /** The matrix of these vectors; rows are computed side by side, each by one thread. */
  KernelMatrix(List<FeatureVector> vectors, double gamma) {
    int n = vectors.size();
    double[] lengths = vectors.stream().mapToDouble(Vectors::squaredLength).toArray();
    float[][] dense = vectors.stream().map(KernelMatrix::dense).toArray(float[][]::new);
    values = new float[n][n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j <= i; j++) {
                double distance = lengths[i] + lengths[j] - 2 * Vectors.dot(dense[i], dense[j], 0);
                values[i][j] = (float) Math.exp(-gamma * Math.max(0, distance));
              }
            });
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        values[i][j] = values[j][i];
      }
    }
  }

  float value(int row, int column) {
    return values[row][column];
  }

  private static float[] dense(FeatureVector vector) {
    if (vector instanceof DenseVector dense) {
      return dense.values();
    }
    throw new IllegalArgumentException(
        "a kernel machine takes dense vectors; choose the features 'embedding'");
  }
}
