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
   * result[rows][n] = input[rows][k] · weights[k][n] + keep · result.
   *
   * @param rows how many of the input's
   */
  static void multiply(int rows, Matrix input, Matrix weights, float keep, Matrix result) {
    int inner = input.columns();
    int columns = result.columns();
    product(
        false,
        false,
        rows,
        columns,
        inner,
        1,
        input.at(0),
        inner,
        weights.at(0),
        columns,
        keep,
        result.at(0),
        columns);
  }

  /** result[rows][k] = input[rows][n] · weights[k][n]ᵀ + keep · result. */
  static void multiplyTransposed(
      int rows, Matrix input, Matrix weights, float keep, Matrix result) {
    int inner = input.columns();
    int columns = result.columns();
    product(
        false,
        true,
        rows,
        columns,
        inner,
        1,
        input.at(0),
        inner,
        weights.at(0),
        inner,
        keep,
        result.at(0),
        columns);
  }

  /** result[k][n] = left[rows][k]ᵀ · right[rows][n]. */
  static void outer(int rows, Matrix left, Matrix right, Matrix result) {
    product(
        true,
        false,
        left.columns(),
        right.columns(),
        rows,
        1,
        left.at(0),
        left.columns(),
        right.at(0),
        right.columns(),
        0,
        result.at(0),
        right.columns());
  }

  /**
   * c[m][n] = factor · a[m][k] · b[k][n] + keep · c, all row by row.
   *
   * @param transposeA whether a is given as [k][m]
   * @param transposeB whether b is given as [n][k]
   * @param strideA from one row to the next, as given
   */
  static void product(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float factor,
      FloatPointer a,
      int strideA,
      FloatPointer b,
      int strideB,
      float keep,
      FloatPointer c,
      int strideC) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        m,
        n,
        k,
        factor,
        a,
        strideA,
        b,
        strideB,
        keep,
        c,
        strideC);
  }
}
