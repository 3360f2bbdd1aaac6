package org.stance4j.classifier.dl4j;

/**
 * Shape and training of the attention.
 *
 * @param heads number of heads, 1 to 64; 1 without projection
 * @param headSize numbers of a query, key and value in each head, 1 to 1024; has no effect without
 *     projection
 * @param project whether queries, keys and values are learnt projections of the tokens; otherwise
 *     they are the tokens themselves, and the softmax alone learns
 * @param dropout share of the pooled values that a step leaves out, in [0, 1)
 * @param epochs passes over the data, at least 1
 * @param batch sentences a step, at least 1
 * @param learningRate of Adam, above 0
 * @param weightDecay of every weight, not of the biases, at least 0
 * @param balanced whether every stance weighs the same, however many sentences it has
 */
public record AttentionSettings(
    int heads,
    int headSize,
    boolean project,
    double dropout,
    int epochs,
    int batch,
    double learningRate,
    double weightDecay,
    boolean balanced) {
  public AttentionSettings {
    TrainingLimits.size("heads", heads, 64);
    TrainingLimits.size("headSize", headSize, 1024);
    if (!project && heads > 1) {
      throw new IllegalArgumentException(
          "heads must be 1 where project is false, got "
              + heads
              + ": heads without projections would all be the same");
    }
    TrainingLimits.check(dropout, epochs, batch, learningRate, weightDecay);
  }
}
