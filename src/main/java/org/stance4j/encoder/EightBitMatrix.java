package org.stance4j.encoder;

import java.nio.FloatBuffer;

/**
 * A matrix in eight bits where it lies in an ONNX file: each number is a whole number less a zero
 * point, times a scale. Scale and zero point belong to the whole matrix or to a column.
 *
 * <p>What is written keeps the type and the zero points, and its whole numbers go as far from them
 * as the old ones do. That matters: graphs quantised for processors without VNNI keep to seven
 * bits, so that sums of products fit into 16 bits there.
 *
 * @see <a href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html">
 *     quantisation in ONNX Runtime</a>
 */
final class EightBitMatrix {
  private static final int SMALLEST_SIGNED = Byte.MIN_VALUE;
  private static final int VALUES = 256;

  private final byte[] file;
  private final int start;
  private final int length;
  private final boolean signed;
  private final FloatBuffer scales;
  private final int[] zeroPoints;

  /**
   * A matrix of a file.
   *
   * @param file that holds it; not copied
   * @param start where its numbers begin, row by row
   * @param length how many there are
   * @param signed whether they are in [−128, 127], not in [0, 255]
   * @param scales one, or one a column; where they lie in the file
   * @param zeroPoints as many
   * @throws IllegalArgumentException if they do not fit
   */
  EightBitMatrix(
      byte[] file, int start, int length, boolean signed, FloatBuffer scales, int[] zeroPoints) {
    this.file = file;
    this.start = start;
    this.length = length;
    this.signed = signed;
    this.scales = scales;
    this.zeroPoints = zeroPoints;
    if (zeroPoints.length == 0
        || scales.remaining() != zeroPoints.length
        || length % zeroPoints.length != 0) {
      throw new IllegalArgumentException(
          length
              + " numbers in eight bits cannot have "
              + scales.remaining()
              + " scales and "
              + zeroPoints.length
              + " zero points");
    }
  }

  /** Number of numbers. */
  int size() {
    return length;
  }

  /** The numbers. */
  float[] read() {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      int column = i % zeroPoints.length;
      values[i] = (whole(i) - zeroPoints[column]) * scales.get(column);
    }
    return values;
  }

  /**
   * Overwrites the numbers, each rounded to the nearest that its column can say. A column's scale
   * is the smallest with which its largest number on either side of the zero point can be said.
   *
   * @param values as many as there are, finite
   */
  void write(float[] values) {
    int columns = zeroPoints.length;
    int reach = reach();
    float[] highest = new float[columns];
    float[] lowest = new float[columns];
    for (int i = 0; i < length; i++) {
      highest[i % columns] = Math.max(highest[i % columns], values[i]);
      lowest[i % columns] = Math.min(lowest[i % columns], values[i]);
    }
    int[] above = new int[columns];
    int[] below = new int[columns];
    float[] fresh = new float[columns];
    for (int column = 0; column < columns; column++) {
      above[column] = Math.min(reach, smallest() + VALUES - 1 - zeroPoints[column]);
      below[column] = Math.min(reach, zeroPoints[column] - smallest());
      fresh[column] =
          Math.max(
              above[column] == 0 ? 0 : highest[column] / above[column],
              below[column] == 0 ? 0 : -lowest[column] / below[column]);
      scales.put(column, fresh[column]);
    }
    for (int i = 0; i < length; i++) {
      int column = i % columns;
      int steps = fresh[column] == 0 ? 0 : (int) Math.rint(values[i] / fresh[column]);
      file[start + i] =
          (byte) (zeroPoints[column] + Math.max(-below[column], Math.min(above[column], steps)));
    }
  }

  /** How far the whole numbers go from their zero points. */
  private int reach() {
    int reach = 1;
    for (int i = 0; i < length; i++) {
      reach = Math.max(reach, Math.abs(whole(i) - zeroPoints[i % zeroPoints.length]));
    }
    return reach;
  }

  private int smallest() {
    return signed ? SMALLEST_SIGNED : 0;
  }

  private int whole(int i) {
    return signed ? file[start + i] : Byte.toUnsignedInt(file[start + i]);
  }
}
