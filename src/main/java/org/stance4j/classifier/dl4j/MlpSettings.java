package org.stance4j.classifier.dl4j;

/**
 * Shape and training of the perceptron.
 *
 * @param hidden units of the hidden layer, 1 to 4096
 * @param dropout share of inputs and of hidden units that a step leaves out, in [0, 1)
 * @param epochs passes over the data, at least 1
 * @param batch sentences a step, at least 1
 * @param learningRate of Adam, above 0
 * @param weightDecay of every weight, not of the biases, at least 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 */
public record MlpSettings(
    int hidden,
    double dropout,
    int epochs,
    int batch,
    double learningRate,
    double weightDecay,
    boolean balanced) {
  public MlpSettings {
    if (hidden < 1 || hidden > 4096) {
      throw new IllegalArgumentException("hidden must be in [1, 4096], got " + hidden);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
    }
    if (epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "epochs and batch must be at least 1, got " + epochs + " and " + batch);
    }
    if (!(learningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "learningRate must be above 0 and weightDecay at least 0, got "
              + learningRate
              + " and "
              + weightDecay);
    }
  }
}
