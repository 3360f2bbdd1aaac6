package org.stance4j.finetune;

import java.util.List;
import java.util.stream.IntStream;

/** What the log probabilities of a passage's texts count in the loss of its batch. */
final class Targets {
  private final List<int[]> labels;
  private final double[] classWeights = new double[EncoderShape.CLASSES];
  private final double smoothing;

  /**
   * Targets of these labels.
   *
   * @param labels of the scored texts of each passage
   * @param balanced whether every stance weighs the same: n / (3 · n_k) for each text
   * @param smoothing share of a label that is spread over all stances
   */
  Targets(List<int[]> labels, boolean balanced, double smoothing) {
    this.labels = List.copyOf(labels);
    this.smoothing = smoothing;
    long all = labels.stream().flatMapToInt(IntStream::of).count();
    for (int k = 0; k < classWeights.length; k++) {
      int stance = k;
      long count =
          labels.stream().flatMapToInt(IntStream::of).filter(label -> label == stance).count();
      classWeights[k] = balanced && count > 0 ? (double) all / (classWeights.length * count) : 1;
    }
  }

  /**
   * Targets that sum to 1 over the whole batch, so that the sum over its shards is the mean loss.
   *
   * @param batch passages
   * @return for each passage [texts][classes]
   */
  List<float[][]> of(List<Integer> batch) {
    double total =
        batch.stream()
            .flatMapToInt(passage -> IntStream.of(labels.get(passage)))
            .mapToDouble(label -> classWeights[label])
            .sum();
    return batch.stream().map(passage -> targets(labels.get(passage), total)).toList();
  }

  private float[][] targets(int[] texts, double total) {
    float[][] targets = new float[texts.length][EncoderShape.CLASSES];
    for (int i = 0; i < texts.length; i++) {
      for (int k = 0; k < EncoderShape.CLASSES; k++) {
        double wanted = (k == texts[i] ? 1 - smoothing : 0) + smoothing / EncoderShape.CLASSES;
        targets[i][k] = (float) (classWeights[texts[i]] / total * wanted);
      }
    }
    return targets;
  }
}
