package org.stance4j.tensor;

import java.util.List;

/**
 * A matrix in eight bits: each row is a row of whole numbers in [−127, 127] times a scale of its
 * own.
 *
 * <p>The scale is the row's largest magnitude through 127, rounded up to {@value #KEPT_BITS} bits
 * of mantissa. A number is off by half a scale at most. With so short a scale every product is
 * exact in single precision, so that rounding what was rounded changes nothing. Immutable.
 */
public final class Int8Rows {
  private static final int LARGEST = 127;
  private static final int KEPT_BITS = 12;
  private static final int DROPPED = (1 << (23 - KEPT_BITS)) - 1;

  private final byte[] values;
  private final float[] scales;

  private Int8Rows(byte[] values, float[] scales) {
    this.values = values;
    this.scales = scales;
  }

  /**
   * Rounds a matrix.
   *
   * @param matrix row by row, finite
   * @param rows number of rows, a divisor of the length
   * @throws IllegalArgumentException if the shape does not fit or a number is not finite
   */
  public static Int8Rows of(float[] matrix, int rows) {
    if (rows < 1 || matrix.length % rows != 0) {
      throw new IllegalArgumentException(matrix.length + " numbers do not make " + rows + " rows");
    }
    int width = matrix.length / rows;
    byte[] values = new byte[matrix.length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = scale(matrix, row * width, (row + 1) * width);
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] = scales[row] == 0 ? 0 : (byte) Math.round(matrix[i] / scales[row]);
      }
    }
    return new Int8Rows(values, scales);
  }

  private static float scale(float[] matrix, int start, int end) {
    float largest = 0;
    for (int i = start; i < end; i++) {
      if (!Float.isFinite(matrix[i])) {
        throw new IllegalArgumentException("number " + i + " is not finite: " + matrix[i]);
      }
      largest = Math.max(largest, Math.abs(matrix[i]));
    }
    int bits = Float.floatToIntBits(largest / LARGEST);
    return Float.intBitsToFloat((bits & DROPPED) == 0 ? bits : (bits | DROPPED) + 1);
  }

  /**
   * A matrix that was stored.
   *
   * @param values I8 [rows][width]
   * @param scales one per row
   * @throws TensorFormatException if they do not fit
   */
  public static Int8Rows of(Tensor values, float[] scales) {
    if (values.type() != ElementType.I8
        || values.shape().size() != 2
        || values.shape().get(0) != scales.length) {
      throw new TensorFormatException(
          "rows in eight bits need values I8 ["
              + scales.length
              + "][width], got "
              + values.type()
              + " "
              + values.shape());
    }
    return new Int8Rows(values.bytes(), scales.clone());
  }

  /** I8 [rows][width]. */
  public Tensor values() {
    return Tensor.ofBytes(ElementType.I8, List.of(scales.length, width()), values);
  }

  /** F32 [rows]. */
  public Tensor scales() {
    return Tensor.ofFloats(scales, scales.length);
  }

  private int width() {
    return scales.length == 0 ? 0 : values.length / scales.length;
  }

  /** The matrix, row by row. */
  public float[] floats() {
    float[] floats = new float[values.length];
    int width = width();
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i] * scales[i / width];
    }
    return floats;
  }
}
