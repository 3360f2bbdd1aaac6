package org.stance4j.classifier.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.features.TokenMatrix;

/**
 * Sentences of different lengths in batches, padded with zeros and masked.
 *
 * <p>Batches hold sentences of similar length, which saves most of the padding: the shuffled rows
 * are cut into windows of sixteen batches, each window is sorted by length and cut into batches,
 * and the batches of a window come in random order.
 */
final class TokenBatches {
  private static final int WINDOW = 16;

  private final List<TokenMatrix> sentences;
  private final float[][] targets;
  private final int size;

  /**
   * Batches of these sentences.
   *
   * @param targets one row per sentence
   * @param size sentences a batch
   */
  TokenBatches(List<TokenMatrix> sentences, float[][] targets, int size) {
    this.sentences = sentences;
    this.targets = targets;
    this.size = size;
  }

  /** Trains a network, each epoch in another order. */
  void fit(MultiLayerNetwork network, int epochs, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
    Random random = new Random(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (List<Integer> rows : batches(order, random)) {
        List<TokenMatrix> batch = rows.stream().map(sentences::get).toList();
        try (INDArray x = tokens(batch);
            INDArray y =
                Nd4j.createFromArray(
                    rows.stream().map(row -> targets[row]).toArray(float[][]::new));
            INDArray mask = mask(batch)) {
          network.fit(x, y, mask, null);
        }
      }
    }
  }

  /** The rows of an epoch, dealt into batches. */
  List<List<Integer>> batches(List<Integer> order, Random random) {
    List<List<Integer>> batches = new ArrayList<>();
    for (List<Integer> window : cut(order, Math.multiplyExact(WINDOW, size))) {
      List<Integer> sorted = new ArrayList<>(window);
      sorted.sort(Comparator.comparingInt(row -> sentences.get(row).rows()));
      List<List<Integer>> ofWindow = cut(sorted, size);
      Collections.shuffle(ofWindow, random);
      batches.addAll(ofWindow);
    }
    return batches;
  }

  private static List<List<Integer>> cut(List<Integer> rows, int size) {
    List<List<Integer>> parts = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += size) {
      parts.add(rows.subList(start, Math.min(rows.size(), start + size)));
    }
    return parts;
  }

  /** [sentences][columns][longest], zeros behind the end of a sentence. */
  static INDArray tokens(List<TokenMatrix> batch) {
    int columns = batch.get(0).dimension();
    int longest = longest(batch);
    float[] padded = new float[Math.multiplyExact(batch.size() * longest, columns)];
    for (int i = 0; i < batch.size(); i++) {
      float[] values = batch.get(i).values();
      for (int t = 0; t < batch.get(i).rows(); t++) {
        for (int k = 0; k < columns; k++) {
          padded[(i * columns + k) * longest + t] = values[t * columns + k];
        }
      }
    }
    return Nd4j.create(padded, new long[] {batch.size(), columns, longest}, 'c');
  }

  /** [sentences][longest], 1 for a token and 0 for padding. */
  static INDArray mask(List<TokenMatrix> batch) {
    float[][] mask = new float[batch.size()][longest(batch)];
    for (int i = 0; i < mask.length; i++) {
      Arrays.fill(mask[i], 0, batch.get(i).rows(), 1);
    }
    return Nd4j.createFromArray(mask);
  }

  private static int longest(List<TokenMatrix> batch) {
    return batch.stream().mapToInt(TokenMatrix::rows).max().orElseThrow();
  }
}
