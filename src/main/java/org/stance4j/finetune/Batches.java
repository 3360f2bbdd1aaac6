package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Cuts data into batches of passages of similar length, in another way for every epoch.
 *
 * @param lengths number of tokens of each passage
 * @param tokens most tokens of a batch, padding included; a longer passage is a batch of its own
 */
record Batches(List<Integer> lengths, int tokens) {
  /** Passages that are sorted together: enough to sort well, few enough to mix. */
  private static final int SORTED_TOGETHER = 256;

  Batches {
    lengths = List.copyOf(lengths);
  }

  /**
   * The batches of an epoch, as rows of the data. The one with the longest passage comes first,
   * since the buffers that it needs serve all others.
   */
  List<List<Integer>> shuffled(Random random) {
    List<Integer> order = order();
    Collections.shuffle(order, random);
    int longest = Collections.max(order, Comparator.comparingInt(row -> lengths.get(row)));
    List<List<Integer>> batches = new ArrayList<>();
    for (int start = 0; start < order.size(); start += SORTED_TOGETHER) {
      List<Integer> sorted =
          new ArrayList<>(order.subList(start, Math.min(order.size(), start + SORTED_TOGETHER)));
      sorted.sort(Comparator.comparingInt(row -> -lengths.get(row)));
      batches.addAll(cut(sorted));
    }
    Collections.shuffle(batches, random);
    batches.sort(Comparator.comparing(batch -> !batch.contains(longest)));
    return batches;
  }

  /** All rows in batches from the longest passage to the shortest. */
  List<List<Integer>> sorted() {
    List<Integer> order = order();
    order.sort(Comparator.comparingInt(row -> -lengths.get(row)));
    return cut(order);
  }

  private List<Integer> order() {
    return new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
  }

  /** Cuts rows that come from the longest to the shortest: the first of a batch sets its length. */
  private List<List<Integer>> cut(List<Integer> rows) {
    List<List<Integer>> batches = new ArrayList<>();
    for (int start = 0; start < rows.size(); ) {
      int count = Math.max(1, tokens / lengths.get(rows.get(start)));
      int end = Math.min(rows.size(), start + count);
      batches.add(List.copyOf(rows.subList(start, end)));
      start = end;
    }
    return batches;
  }
}
