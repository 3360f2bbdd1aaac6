package org.stance4j.encoder;

import org.stance4j.tensor.LowBitRows;

/**
 * The difference between a trained matrix and the encoder's own. It is small beside the matrix, so
 * that a few bits a number say it well enough.
 *
 * @param name place of the matrix in the encoder, such as {@code
 *     encoder.layer.11.output.dense.weight}
 * @param initialiser its name in the ONNX file
 * @param difference [inputs][outputs]
 * @see <a href="https://arxiv.org/abs/2402.10193">Liu et al. 2024, BitDelta</a>, which has one bit
 */
public record EncoderDelta(String name, String initialiser, LowBitRows difference) {
  /**
   * The difference of a weight from what it was, rounded.
   *
   * @param bits of a number, 2 or 4
   */
  public static EncoderDelta of(EncoderWeight before, EncoderWeight after, int bits) {
    float[] difference = after.values().floats();
    float[] own = before.values().floats();
    if (own.length != difference.length) {
      throw new IllegalArgumentException(
          "matrix "
              + before.name()
              + " has "
              + own.length
              + " numbers before and "
              + difference.length
              + " after");
    }
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= own[i];
    }
    return new EncoderDelta(
        before.name(),
        before.initialiser(),
        LowBitRows.of(difference, before.values().shape().get(0), bits));
  }

  /**
   * Adds the difference to a matrix.
   *
   * @param matrix changed in place
   * @throws IllegalArgumentException if it has another size
   */
  void addTo(float[] matrix) {
    float[] values = difference.floats();
    if (values.length != matrix.length) {
      throw new IllegalArgumentException(
          "the difference of "
              + name
              + " has "
              + values.length
              + " numbers, but the matrix "
              + matrix.length);
    }
    for (int i = 0; i < values.length; i++) {
      matrix[i] += values[i];
    }
  }
}
