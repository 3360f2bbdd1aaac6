package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stance4j.Dataset;

/**
 * How many groups are how large.
 *
 * @param bins from the smallest size to that of the largest group, without a gap
 */
public record GroupSizes(List<Bin> bins) {
  private static final int[] FROM = {1, 2, 3, 6, 11, 21, 51, 101};

  public GroupSizes {
    bins = List.copyOf(bins);
  }

  /**
   * Groups of similar size.
   *
   * @param from fewest sentences
   * @param to most sentences; {@link Integer#MAX_VALUE} for any number
   * @param groups number of groups
   * @param sentences number of their sentences together
   */
  public record Bin(int from, int to, int groups, int sentences) {
    /** {@code 1}, {@code 3–5}, {@code over 100}. */
    public String label() {
      if (to == Integer.MAX_VALUE) {
        return "over " + (from - 1);
      }
      return from == to ? String.valueOf(from) : from + "–" + to;
    }
  }

  /** Counts the groups of a dataset. */
  public static GroupSizes of(Dataset dataset) {
    Collection<Integer> sizes = dataset.groupSizes().values();
    int largest = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < FROM.length && FROM[i] <= largest; i++) {
      int from = FROM[i];
      int to = i + 1 < FROM.length ? FROM[i + 1] - 1 : Integer.MAX_VALUE;
      List<Integer> inside = sizes.stream().filter(size -> size >= from && size <= to).toList();
      bins.add(new Bin(from, to, inside.size(), inside.stream().mapToInt(Integer::intValue).sum()));
    }
    return new GroupSizes(bins);
  }

  /** The largest number of sentences in a bin. */
  public int mostSentences() {
    return bins.stream().mapToInt(Bin::sentences).max().orElse(0);
  }
}
