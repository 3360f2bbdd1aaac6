package org.stance4j.finetune;

/** rows · weight + bias, forward and backward. Of one thread at a time. */
final class Linear {
  private final Matrix weight;
  private final Matrix bias;
  private final Matrix weightGradient;
  private final Matrix biasGradient;

  /**
   * The product with a parameter.
   *
   * @param name of which there are a {@code .weight} and a {@code .bias}
   */
  Linear(String name, Parameters parameters, Parameters gradients) {
    this.weight = parameters.get(name + ".weight");
    this.bias = parameters.get(name + ".bias");
    this.weightGradient = gradients.get(name + ".weight");
    this.biasGradient = gradients.get(name + ".bias");
  }

  /** Makes {@code rows} rows of the result. */
  void forward(int rows, Matrix input, Matrix result) {
    result.reserve(rows);
    result.fillRows(rows, bias.copy());
    Blas.multiply(rows, input, weight, 1, result);
  }

  /**
   * Sets the gradients of weight and bias, and that of the input.
   *
   * @param input what {@link #forward} was given
   * @param gradient of the result
   * @param keep what the numbers count that {@code inputGradient} holds already
   */
  void backward(int rows, Matrix input, Matrix gradient, Matrix inputGradient, float keep) {
    Blas.outer(rows, input, gradient, weightGradient);
    float[] row = new float[gradient.columns()];
    float[] sum = new float[row.length];
    for (int r = 0; r < rows; r++) {
      gradient.row(r, row);
      for (int k = 0; k < row.length; k++) {
        sum[k] += row[k];
      }
    }
    biasGradient.put(0, sum);
    inputGradient.reserve(rows);
    Blas.multiplyTransposed(rows, gradient, weight, keep, inputGradient);
  }
}
