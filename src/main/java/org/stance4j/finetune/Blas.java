package org.stance4j.finetune;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices by OpenBLAS, the library that ND4J computes with. Each runs on the thread
 * that asks for it.
 *
 * @see <a href="https://www.netlib.org/blas/blast-forum/cblas.tgz">CBLAS</a>
 */
final class Blas {
  static {
    Loader.load(openblas_nolapack.class);
    openblas_nolapack.blas_set_num_threads(1);
  }

  private Blas() {}

  /**
   * A block of a matrix, as it is multiplied.
   *
   * @param first its first number
   * @param rows as multiplied, that is after a transposition
   * @param columns as multiplied
   * @param stride from one row to the next, as the numbers lie
   * @param transposed whether they lie column by column
   */
  record Block(FloatPointer first, int rows, int columns, int stride, boolean transposed) {
    /** The same numbers, rows for columns. */
    Block turned() {
      return new Block(first, /* rows= */ columns, /* columns= */ rows, stride, !transposed);
    }

    private int order() {
      return transposed ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }
  }

  /**
   * result[rows][n] = input[rows][k] · weights[k][n] + keep · result.
   *
   * @param rows how many of the input's
   */
  static void multiply(int rows, Matrix input, Matrix weights, float keep, Matrix result) {
    product(1, input.top(rows), weights.top(weights.rows()), keep, result.top(rows));
  }

  /** result[rows][k] = input[rows][n] · weights[k][n]ᵀ + keep · result. */
  static void multiplyTransposed(
      int rows, Matrix input, Matrix weights, float keep, Matrix result) {
    product(1, input.top(rows), weights.top(weights.rows()).turned(), keep, result.top(rows));
  }

  /** result[k][n] = left[rows][k]ᵀ · right[rows][n]. */
  static void outer(int rows, Matrix left, Matrix right, Matrix result) {
    product(1, left.top(rows).turned(), right.top(rows), 0, result.top(result.rows()));
  }

  /**
   * result = factor · left · right + keep · result.
   *
   * @param result not transposed
   */
  static void product(float factor, Block left, Block right, float keep, Block result) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        left.order(),
        right.order(),
        left.rows(),
        right.columns(),
        left.columns(),
        factor,
        left.first(),
        left.stride(),
        right.first(),
        right.stride(),
        keep,
        result.first(),
        result.stride());
  }
}
