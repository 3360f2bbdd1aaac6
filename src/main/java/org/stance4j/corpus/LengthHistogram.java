package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

/**
 * How many sentences of each stance are how long, in words between white space.
 *
 * @param bins from the shortest to the longest without a gap, the last one open where sentences are
 *     longer than {@value #LONGEST} words; none for an empty dataset
 */
public record LengthHistogram(List<Bin> bins) {
  /** Words that a bin spans. */
  public static final int WIDTH = 5;

  /** Longest sentence that has a bin of its own length. */
  public static final int LONGEST = 60;

  public LengthHistogram {
    bins = List.copyOf(bins);
  }

  /**
   * Sentences of similar length.
   *
   * @param from fewest words
   * @param to most words; {@link Integer#MAX_VALUE} for any number
   * @param counts number of sentences by stance
   */
  public record Bin(int from, int to, LabelCounts counts) {
    /** {@code 6–10}, {@code over 60}. */
    public String label() {
      return to == Integer.MAX_VALUE ? "over " + (from - 1) : from + "–" + to;
    }
  }

  /** Counts a dataset. */
  public static LengthHistogram of(Dataset dataset) {
    int longest = dataset.sentences().stream().mapToInt(LengthHistogram::words).max().orElse(0);
    List<Bin> bins = new ArrayList<>();
    for (int from = 1; from <= Math.min(longest, LONGEST); from += WIDTH) {
      bins.add(bin(dataset, from, from + WIDTH - 1));
    }
    if (longest > LONGEST) {
      bins.add(bin(dataset, LONGEST + 1, Integer.MAX_VALUE));
    }
    return new LengthHistogram(bins);
  }

  private static Bin bin(Dataset dataset, int from, int to) {
    List<Example> examples =
        dataset.examples().stream()
            .filter(example -> words(example.sentence()) >= from && words(example.sentence()) <= to)
            .toList();
    return new Bin(from, to, LabelCounts.of(examples));
  }

  /** Number of words between white space, at least 1. */
  static int words(Sentence sentence) {
    return sentence.text().strip().split("\\s+").length;
  }

  /** The largest share that a bin holds of the sentences of one stance, in [0, 1]. */
  public double largestShare() {
    double largest = 0;
    for (Stance stance : Stance.values()) {
      for (Bin bin : bins) {
        largest = Math.max(largest, share(bin, stance));
      }
    }
    return largest;
  }

  /** Share of the sentences of a stance that are in a bin, in [0, 1]. */
  public double share(Bin bin, Stance stance) {
    int all = bins.stream().mapToInt(one -> one.counts().of(stance)).sum();
    return all == 0 ? 0 : (double) bin.counts().of(stance) / all;
  }
}
