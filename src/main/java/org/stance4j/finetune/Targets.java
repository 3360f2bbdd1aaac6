package org.stance4j.finetune;

import java.util.List;
import java.util.stream.IntStream;

/** What the log probabilities of a sentence count in the loss of its batch. */
final class Targets {
  private final int[] labels;
  private final double[] classWeights = new double[EncoderShape.CLASSES];
  private final double smoothing;

  /**
   * Targets of these labels.
   *
   * @param balanced whether every stance weighs the same: n / (3 · n_k) for each sentence
   * @param smoothing share of a label that is spread over all stances
   */
  Targets(int[] labels, boolean balanced, double smoothing) {
    this.labels = labels;
    this.smoothing = smoothing;
    for (int k = 0; k < classWeights.length; k++) {
      int stance = k;
      long count = IntStream.of(labels).filter(label -> label == stance).count();
      classWeights[k] =
          balanced && count > 0 ? (double) labels.length / (classWeights.length * count) : 1;
    }
  }

  /**
   * Rows that sum to 1 over the whole batch, so that the sum over its shards is the mean loss.
   *
   * @return [rows of the batch][classes]
   */
  float[][] of(List<Integer> batch) {
    double total = batch.stream().mapToDouble(row -> classWeights[labels[row]]).sum();
    float[][] targets = new float[batch.size()][EncoderShape.CLASSES];
    for (int i = 0; i < targets.length; i++) {
      int label = labels[batch.get(i)];
      for (int k = 0; k < EncoderShape.CLASSES; k++) {
        double wanted = (k == label ? 1 - smoothing : 0) + smoothing / EncoderShape.CLASSES;
        targets[i][k] = (float) (classWeights[label] / total * wanted);
      }
    }
    return targets;
  }
}
