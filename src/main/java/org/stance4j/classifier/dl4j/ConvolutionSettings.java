package org.stance4j.classifier.dl4j;

/**
 * Shape and training of the convolution.
 *
 * @param width tokens that a filter sees at a time, 1 to 15
 * @param filters number of filters, 1 to 4096
 * @param dropout share of the pooled values that a step leaves out, in [0, 1)
 * @param epochs passes over the data, at least 1
 * @param batch sentences a step, at least 1
 * @param learningRate of Adam, above 0
 * @param weightDecay of every weight, not of the biases, at least 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 */
public record ConvolutionSettings(
    int width,
    int filters,
    double dropout,
    int epochs,
    int batch,
    double learningRate,
    double weightDecay,
    boolean balanced) {
  public ConvolutionSettings {
    TrainingLimits.size("width", width, 15);
    TrainingLimits.size("filters", filters, 4096);
    TrainingLimits.check(dropout, epochs, batch, learningRate, weightDecay);
  }
}
