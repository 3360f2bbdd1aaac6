package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Cuts data into batches of sentences of similar length, in another way for every epoch.
 *
 * @param lengths number of tokens of each sentence
 * @param size sentences of a batch; the last may have fewer
 */
record Batches(List<Integer> lengths, int size) {
  Batches {
    lengths = List.copyOf(lengths);
  }

  /** Batches whose sentences are sorted together: enough to sort well, few enough to mix. */
  private static final int SORTED_TOGETHER = 32;

  /** Number of batches of an epoch. */
  int count() {
    return (lengths.size() + size - 1) / size;
  }

  /**
   * The batches of an epoch, as rows of the data. The one with the longest sentence comes first,
   * since the buffers that it needs serve all others.
   */
  List<List<Integer>> shuffled(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
    Collections.shuffle(order, random);
    int longest = Collections.max(order, Comparator.comparingInt(row -> lengths.get(row)));
    List<List<Integer>> batches = new ArrayList<>();
    for (int start = 0; start < order.size(); start += SORTED_TOGETHER * size) {
      int end = Math.min(order.size(), start + SORTED_TOGETHER * size);
      List<Integer> sorted = new ArrayList<>(order.subList(start, end));
      sorted.sort(Comparator.comparingInt(row -> lengths.get(row)));
      batches.addAll(cut(sorted));
    }
    Collections.shuffle(batches, random);
    batches.sort(Comparator.comparing(batch -> !batch.contains(longest)));
    return batches;
  }

  /** All rows in batches from the longest sentence to the shortest. */
  List<List<Integer>> sorted() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
    order.sort(Comparator.comparingInt(row -> -lengths.get(row)));
    return cut(order);
  }

  private List<List<Integer>> cut(List<Integer> rows) {
    List<List<Integer>> batches = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += size) {
      batches.add(List.copyOf(rows.subList(i, Math.min(rows.size(), i + size))));
    }
    return batches;
  }
}
