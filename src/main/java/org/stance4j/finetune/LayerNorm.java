package org.stance4j.finetune;

/**
 * Layer normalisation of the rows of a matrix, and what its backward pass needs to remember. Of one
 * thread at a time.
 *
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016, Layer Normalization</a>
 */
final class LayerNorm implements AutoCloseable {
  private final Matrix normal;
  private final double epsilon;
  private float[] scales = {};

  /**
   * For rows of so many numbers.
   *
   * @param epsilon added to the variance
   */
  LayerNorm(int columns, double epsilon) {
    this.normal = new Matrix(0, columns);
    this.epsilon = epsilon;
  }

  /**
   * Normalises the first rows, scales and shifts them.
   *
   * @param weight scale of each column
   * @param bias shift of each column
   * @param result may be the input
   */
  void forward(int rows, Matrix input, float[] weight, float[] bias, Matrix result) {
    normal.reserve(rows);
    scales = rows > scales.length ? new float[rows] : scales;
    int columns = normal.columns();
    float[] row = new float[columns];
    for (int r = 0; r < rows; r++) {
      input.row(r, row);
      double sum = 0;
      for (float value : row) {
        sum += value;
      }
      float mean = (float) (sum / columns);
      double squares = 0;
      for (float value : row) {
        double off = value - mean;
        squares += off * off;
      }
      float scale = (float) (1 / Math.sqrt(squares / columns + epsilon));
      scales[r] = scale;
      for (int k = 0; k < columns; k++) {
        row[k] = (row[k] - mean) * scale;
      }
      normal.put(r, row);
      for (int k = 0; k < columns; k++) {
        row[k] = row[k] * weight[k] + bias[k];
      }
      result.put(r, row);
    }
  }

  /**
   * Turns the gradient of the result into that of the input.
   *
   * @param gradient of the result, overwritten by that of the input
   * @param weightGradient added to
   * @param biasGradient added to
   */
  void backward(
      int rows, Matrix gradient, float[] weight, float[] weightGradient, float[] biasGradient) {
    int columns = normal.columns();
    float[] row = new float[columns];
    float[] from = new float[columns];
    float[] weights = new float[columns];
    float[] biases = new float[columns];
    for (int r = 0; r < rows; r++) {
      gradient.row(r, row);
      normal.row(r, from);
      double sum = 0;
      double product = 0;
      for (int k = 0; k < columns; k++) {
        weights[k] += row[k] * from[k];
        biases[k] += row[k];
        row[k] *= weight[k];
        sum += row[k];
        product += row[k] * from[k];
      }
      float mean = (float) (sum / columns);
      float slope = (float) (product / columns);
      for (int k = 0; k < columns; k++) {
        row[k] = scales[r] * (row[k] - mean - from[k] * slope);
      }
      gradient.put(r, row);
    }
    for (int k = 0; k < columns; k++) {
      weightGradient[k] += weights[k];
      biasGradient[k] += biases[k];
    }
  }

  @Override
  public void close() {
    normal.close();
  }
}
