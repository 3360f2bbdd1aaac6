package org.stance4j.tensor;

import java.util.List;

/**
 * A matrix in four bits: each row is a row of whole numbers in [−7, 7] times a scale of its own.
 * Immutable.
 *
 * <p>The scale is, of {@value #TRIED} that reach from half of the row's largest magnitude to all of
 * it, the one with the least squared error; magnitudes beyond its reach become its largest.
 */
public final class Int4Rows {
  private static final int LARGEST = 7;
  private static final int TRIED = 11;
  private static final double LEAST_REACH = 0.5;
  private static final int OFFSET = 8;

  private final byte[] pairs;
  private final float[] scales;

  private Int4Rows(byte[] pairs, float[] scales) {
    this.pairs = pairs;
    this.scales = scales;
  }

  /**
   * Rounds a matrix.
   *
   * @param matrix row by row, finite
   * @param rows number of rows; the length is an even multiple of it
   * @throws IllegalArgumentException if the shape does not fit or a number is not finite
   */
  public static Int4Rows of(float[] matrix, int rows) {
    if (rows < 1 || matrix.length % (2 * rows) != 0) {
      throw new IllegalArgumentException(
          matrix.length + " numbers do not make " + rows + " rows of an even length");
    }
    int width = matrix.length / rows;
    byte[] pairs = new byte[matrix.length / 2];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      int start = row * width;
      scales[row] = scale(matrix, start, start + width);
      for (int i = start; i < start + width; i += 2) {
        int low = step(matrix[i], scales[row]) + OFFSET;
        int high = step(matrix[i + 1], scales[row]) + OFFSET;
        pairs[i / 2] = (byte) (low | high << 4);
      }
    }
    return new Int4Rows(pairs, scales);
  }

  private static int step(float value, float scale) {
    return scale == 0 ? 0 : Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / scale)));
  }

  private static float scale(float[] matrix, int start, int end) {
    float largest = 0;
    for (int i = start; i < end; i++) {
      if (!Float.isFinite(matrix[i])) {
        throw new IllegalArgumentException("number " + i + " is not finite: " + matrix[i]);
      }
      largest = Math.max(largest, Math.abs(matrix[i]));
    }
    float best = 0;
    double leastError = Double.POSITIVE_INFINITY;
    for (int t = 0; t < TRIED; t++) {
      double reach = 1 - (1 - LEAST_REACH) * t / (TRIED - 1);
      float scale = (float) (largest * reach / LARGEST);
      double error = 0;
      for (int i = start; i < end; i++) {
        double off = matrix[i] - step(matrix[i], scale) * scale;
        error += off * off;
      }
      if (error < leastError) {
        leastError = error;
        best = scale;
      }
    }
    return best;
  }

  /**
   * A matrix that was stored.
   *
   * @param pairs U8 [rows][width / 2], two numbers a byte, the first in its lower half, each plus 8
   * @param scales one per row
   * @throws TensorFormatException if they do not fit
   */
  public static Int4Rows of(Tensor pairs, float[] scales) {
    if (pairs.type() != ElementType.U8
        || pairs.shape().size() != 2
        || pairs.shape().get(0) != scales.length) {
      throw new TensorFormatException(
          "rows in four bits need values U8 ["
              + scales.length
              + "][half of the width], got "
              + pairs.type()
              + " "
              + pairs.shape());
    }
    return new Int4Rows(pairs.bytes(), scales.clone());
  }

  /** U8 [rows][width / 2], as {@link #of(Tensor, float[])} takes them. */
  public Tensor pairs() {
    return Tensor.ofBytes(
        ElementType.U8, List.of(scales.length, pairs.length / scales.length), pairs);
  }

  /** F32 [rows]. */
  public Tensor scales() {
    return Tensor.ofFloats(scales, scales.length);
  }

  /** Number of rows. */
  public int rows() {
    return scales.length;
  }

  /** The matrix, row by row. */
  public float[] floats() {
    float[] floats = new float[2 * pairs.length];
    int half = pairs.length / scales.length;
    for (int i = 0; i < pairs.length; i++) {
      float scale = scales[i / half];
      floats[2 * i] = ((pairs[i] & 0xf) - OFFSET) * scale;
      floats[2 * i + 1] = ((pairs[i] >>> 4 & 0xf) - OFFSET) * scale;
    }
    return floats;
  }
}
