package org.stance4j.encoder;

import java.util.Arrays;
import org.stance4j.tensor.Tensor;

/**
 * A matrix of low rank that is added to one of an encoder's: W becomes W + {@value #SCALE} · down ·
 * up.
 *
 * @param name place of W in the encoder, such as {@code encoder.layer.11.output.dense.weight}
 * @param initialiser name of W in the ONNX file
 * @param down [inputs][rank], in single or half precision
 * @param up [rank][outputs], in single or half precision
 * @see <a href="https://arxiv.org/abs/2106.09685">Hu et al. 2022, LoRA</a>
 */
public record EncoderAdapter(String name, String initialiser, Tensor down, Tensor up) {
  /** What the product counts. */
  public static final float SCALE = 2;

  public EncoderAdapter {
    if (down.shape().size() != 2
        || up.shape().size() != 2
        || !down.shape().get(1).equals(up.shape().get(0))) {
      throw new IllegalArgumentException(
          "adapter of " + name + " has shapes " + down.shape() + " and " + up.shape());
    }
  }

  /**
   * Adds the product to a matrix.
   *
   * @param matrix [inputs][outputs], changed in place
   * @throws IllegalArgumentException if its size is not that of the product
   */
  void addTo(float[] matrix) {
    int inputs = down.shape().get(0);
    int rank = down.shape().get(1);
    int outputs = up.shape().get(1);
    if (matrix.length != inputs * outputs) {
      throw new IllegalArgumentException(
          "adapter of "
              + name
              + " gives "
              + inputs
              + " × "
              + outputs
              + " numbers, but the matrix has "
              + matrix.length);
    }
    float[] left = down.floats();
    float[] right = up.floats();
    float[] row = new float[outputs];
    for (int i = 0; i < inputs; i++) {
      Arrays.fill(row, 0);
      for (int r = 0; r < rank; r++) {
        float factor = left[i * rank + r];
        for (int o = 0; o < outputs; o++) {
          row[o] += factor * right[r * outputs + o];
        }
      }
      for (int o = 0; o < outputs; o++) {
        matrix[i * outputs + o] += SCALE * row[o];
      }
    }
  }
}
