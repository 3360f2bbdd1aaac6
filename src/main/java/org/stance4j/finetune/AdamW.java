package org.stance4j.finetune;

/**
 * Adam with decoupled weight decay for one matrix of parameters. Of one thread at a time.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, Decoupled Weight
 *     Decay Regularization</a>
 */
final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final Matrix parameters;
  private final double weightDecay;
  private final float[] firstMoment;
  private final float[] secondMoment;
  private int steps;

  /**
   * An optimiser that has made no step.
   *
   * @param parameters changed in place by every step
   * @param weightDecay share of a parameter that a step of rate 1 takes away; 0 for none
   */
  AdamW(Matrix parameters, double weightDecay) {
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    this.firstMoment = new float[parameters.rows() * parameters.columns()];
    this.secondMoment = new float[firstMoment.length];
  }

  /**
   * One step against a gradient.
   *
   * @param gradient as large as the parameters
   * @param scale what the gradient is multiplied by
   * @param rate of learning, above 0
   */
  void step(Matrix gradient, float scale, double rate) {
    steps++;
    float beta1 = (float) BETA1;
    float beta2 = (float) BETA2;
    float correction = (float) Math.sqrt(1 - Math.pow(BETA2, steps));
    float size = (float) (rate / (1 - Math.pow(BETA1, steps)));
    float decay = (float) (1 - rate * weightDecay);
    int columns = parameters.columns();
    float[] values = new float[columns];
    float[] slopes = new float[columns];
    for (int row = 0; row < parameters.rows(); row++) {
      parameters.row(row, values);
      gradient.row(row, slopes);
      int first = row * columns;
      for (int k = 0; k < columns; k++) {
        float slope = slopes[k] * scale;
        float mean = beta1 * firstMoment[first + k] + (1 - beta1) * slope;
        float square = beta2 * secondMoment[first + k] + (1 - beta2) * slope * slope;
        firstMoment[first + k] = mean;
        secondMoment[first + k] = square;
        float deviation = (float) Math.sqrt(square) / correction + EPSILON;
        values[k] = values[k] * decay - size * mean / deviation;
      }
      parameters.put(row, values);
    }
  }
}
