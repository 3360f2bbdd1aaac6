package org.stance4j.encoder;

import org.stance4j.tensor.Tensor;

/**
 * A weight of an encoder.
 *
 * @param name its place in the encoder, such as {@code encoder.layer.11.output.dense.weight}
 * @param initialiser its name in the ONNX file
 * @param values a matrix [inputs][outputs] or a vector, in single or half precision
 */
public record EncoderWeight(String name, String initialiser, Tensor values) {
  /** The same weight with other numbers, in single precision. */
  public EncoderWeight with(float[] numbers) {
    return new EncoderWeight(
        name, initialiser, Tensor.ofFloats(numbers, values.shape().toArray(Integer[]::new)));
  }
}
