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
 * @param mixLayers 0 for vectors that go into the perceptron as they are; above 0, that many layers
 *     of one size stand side by side in each vector, and the perceptron sees their weighted sum,
 *     one learnt weight a layer
 */
public record MlpSettings(
    int hidden,
    double dropout,
    int epochs,
    int batch,
    double learningRate,
    double weightDecay,
    boolean balanced,
    int mixLayers) {
  public MlpSettings {
    TrainingLimits.size("hidden", hidden, 4096);
    TrainingLimits.check(dropout, epochs, batch, learningRate, weightDecay);
    if (mixLayers < 0) {
      throw new IllegalArgumentException("mixLayers must be at least 0, got " + mixLayers);
    }
  }

  /** A perceptron on the vectors as they are. */
  public MlpSettings(
      int hidden,
      double dropout,
      int epochs,
      int batch,
      double learningRate,
      double weightDecay,
      boolean balanced) {
    this(hidden, dropout, epochs, batch, learningRate, weightDecay, balanced, 0);
  }
}
