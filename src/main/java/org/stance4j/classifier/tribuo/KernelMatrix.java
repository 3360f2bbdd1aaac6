package org.stance4j.classifier.tribuo;

import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.classifier.InnerProducts;
import org.stance4j.classifier.Vectors;
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

  private static final int ROWS_AT_ONCE = 32;

  private final char[][] lowerTriangle;

  /**
   * The matrix of these vectors, dense or sparse. Rows are computed side by side, each by one
   * thread in a fixed order.
   */
  KernelMatrix(List<FeatureVector> vectors, double gamma) {
    int n = vectors.size();
    double[] lengths = vectors.stream().mapToDouble(Vectors::squaredLength).toArray();
    InnerProducts products = new InnerProducts(vectors);
    lowerTriangle = new char[n][];
    IntStream.range(0, (n + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)
        .parallel()
        .forEach(
            block -> {
              int from = block * ROWS_AT_ONCE;
              int to = Math.min(n, from + ROWS_AT_ONCE);
              double[][] dots = products.with(vectors.subList(from, to), to);
              for (int i = 0; i < dots.length; i++) {
                lowerTriangle[from + i] = steps(dots[i], from + i, lengths, gamma);
              }
            });
  }

  private static char[] steps(double[] dots, int row, double[] lengths, double gamma) {
    char[] steps = new char[row + 1];
    for (int j = 0; j < row; j++) {
      double distance = lengths[row] + lengths[j] - 2 * dots[j];
      steps[j] = (char) Math.round(STEPS * Math.exp(-gamma * Math.max(0, distance)));
    }
    steps[row] = STEPS;
    return steps;
  }

  /** The value of a pair as a number of steps, in [0, {@value #STEPS}]. */
  int steps(int row, int column) {
    return row < column ? lowerTriangle[column][row] : lowerTriangle[row][column];
  }
}
