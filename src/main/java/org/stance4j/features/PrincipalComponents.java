package org.stance4j.features;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The directions in which vectors differ most: the leading principal components.
 *
 * <p>Orthogonal iteration on the covariance (Golub and Van Loan, Matrix Computations, 8.2.4) from a
 * fixed start finds the subspace, and the small matrix of the covariance within it its axes
 * (Rayleigh–Ritz). Each direction points where its largest number is positive. The same vectors
 * give the same directions, whatever the number of threads.
 */
final class PrincipalComponents {
  private static final int ITERATIONS = 12;
  private static final long START = 1;
  private static final int ROWS_AT_ONCE = 16;

  private PrincipalComponents() {}

  /**
   * The directions, the one in which the vectors differ most first.
   *
   * @param vectors at least one, all of one length d
   * @param mean subtracted from each
   * @param components number of directions, 1 to d
   * @return [components][d], each of length 1 and at right angles to the others
   */
  static float[][] of(List<float[]> vectors, float[] mean, int components) {
    double[][] covariance = covariance(vectors, mean);
    int size = mean.length;
    Random random = new Random(START);
    double[][] basis = new double[components][size];
    for (double[] direction : basis) {
      for (int k = 0; k < size; k++) {
        direction[k] = random.nextGaussian();
      }
    }
    orthonormalise(basis);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      basis = times(covariance, basis);
      orthonormalise(basis);
    }
    return turned(basis, times(covariance, basis));
  }

  /** Turns a basis to the axes of the covariance within its span. */
  private static float[][] turned(double[][] basis, double[][] images) {
    int components = basis.length;
    int size = basis[0].length;
    double[][] within = new double[components][components];
    for (int i = 0; i < components; i++) {
      for (int j = 0; j <= i; j++) {
        within[i][j] = (dot(basis[i], images[j]) + dot(basis[j], images[i])) / 2;
        within[j][i] = within[i][j];
      }
    }
    EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(within, false));
    float[][] result = new float[components][size];
    for (int c = 0; c < components; c++) {
      double[] direction = new double[size];
      for (int b = 0; b < components; b++) {
        double share = axes.getEigenvector(c).getEntry(b);
        for (int k = 0; k < size; k++) {
          direction[k] += share * basis[b][k];
        }
      }
      double sign = largest(direction) < 0 ? -1 : 1;
      for (int k = 0; k < size; k++) {
        result[c][k] = (float) (sign * direction[k]);
      }
    }
    return result;
  }

  /** The number of the greatest magnitude, the first of equal ones. */
  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.abs(number) > Math.abs(largest) ? number : largest;
    }
    return largest;
  }

  /** Each row times a symmetric matrix. */
  private static double[][] times(double[][] symmetric, double[][] rows) {
    return IntStream.range(0, rows.length)
        .parallel()
        .mapToObj(c -> times(symmetric, rows[c]))
        .toArray(double[][]::new);
  }

  /** Sums of products, [d][d]; a few rows at a time, so that the vectors are read seldom. */
  private static double[][] covariance(List<float[]> vectors, float[] mean) {
    int size = mean.length;
    double[][] sums = new double[size][size];
    int blocks = (size + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              double[] centred = new double[size];
              int end = Math.min(size, (block + 1) * ROWS_AT_ONCE);
              for (float[] vector : vectors) {
                for (int k = 0; k < size; k++) {
                  centred[k] = (double) vector[k] - mean[k];
                }
                for (int i = block * ROWS_AT_ONCE; i < end; i++) {
                  double factor = centred[i];
                  double[] row = sums[i];
                  for (int j = 0; j < size; j++) {
                    row[j] += factor * centred[j];
                  }
                }
              }
            });
    return sums;
  }

  private static double[] times(double[][] symmetric, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      double factor = vector[i];
      double[] row = symmetric[i];
      for (int j = 0; j < product.length; j++) {
        product[j] += factor * row[j];
      }
    }
    return product;
  }

  /** Modified Gram–Schmidt, twice, since once loses digits; a direction of no length stays zero. */
  private static void orthonormalise(double[][] basis) {
    for (int c = 0; c < basis.length; c++) {
      double before = Math.sqrt(dot(basis[c], basis[c]));
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < c; other++) {
          double share = dot(basis[c], basis[other]);
          for (int k = 0; k < basis[c].length; k++) {
            basis[c][k] -= share * basis[other][k];
          }
        }
      }
      double length = Math.sqrt(dot(basis[c], basis[c]));
      // what is left of a direction inside the others' span is rounding
      double scale = length > 1e-10 * before && length > 0 ? 1 / length : 0;
      for (int k = 0; k < basis[c].length; k++) {
        basis[c][k] *= scale;
      }
    }
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum;
  }
}
