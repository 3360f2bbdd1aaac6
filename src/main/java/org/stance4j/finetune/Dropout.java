package org.stance4j.finetune;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out a share of the numbers and scales the others up. Of one thread at a time.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
final class Dropout implements AutoCloseable {
  private static final int BITS = 16;
  private static final int EACH = (1 << BITS) - 1;

  private final int threshold;
  private final float kept;
  private final Matrix mask;
  private boolean active;

  /** Leaves out that share of rows of so many numbers. */
  Dropout(double share, int columns) {
    this.threshold = (int) Math.round(share * (1 << BITS));
    this.kept = (float) (1 / (1 - share));
    this.mask = new Matrix(0, columns);
  }

  /**
   * Leaves out numbers of the first rows.
   *
   * @param random says which; {@code null} for none
   */
  void forward(int rows, Matrix matrix, @Nullable SplittableRandom random) {
    active = random != null && threshold > 0;
    if (random == null || !active) {
      return;
    }
    mask.reserve(rows);
    float[] row = new float[matrix.columns()];
    float[] factors = new float[row.length];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < factors.length; ) {
        long bits = random.nextLong();
        for (int k = 0; k < Long.SIZE / BITS && i < factors.length; k++, i++) {
          factors[i] = (bits & EACH) < threshold ? 0 : kept;
          bits >>>= BITS;
        }
      }
      mask.put(r, factors);
      scale(r, matrix, factors, row);
    }
  }

  /** Leaves out the same numbers of a gradient. */
  void backward(int rows, Matrix gradient) {
    if (!active) {
      return;
    }
    float[] row = new float[gradient.columns()];
    float[] factors = new float[row.length];
    for (int r = 0; r < rows; r++) {
      mask.row(r, factors);
      scale(r, gradient, factors, row);
    }
  }

  private static void scale(int r, Matrix matrix, float[] factors, float[] row) {
    matrix.row(r, row);
    for (int k = 0; k < row.length; k++) {
      row[k] *= factors[k];
    }
    matrix.put(r, row);
  }

  @Override
  public void close() {
    mask.close();
  }
}
