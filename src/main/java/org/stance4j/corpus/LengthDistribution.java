package org.stance4j.corpus;

import java.util.Arrays;

/**
 * How long sentences are, in words between white space. All 0 where there is no sentence.
 *
 * @param min the shortest
 * @param median the middle one, or the mean of the middle two
 * @param p90 the smallest length that at least 90 % do not exceed (nearest rank)
 * @param max the longest
 */
public record LengthDistribution(int min, double median, int p90, int max) {
  /** The distribution of some lengths, in any order. */
  public static LengthDistribution of(int... lengths) {
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      return new LengthDistribution(0, 0, 0, 0);
    }
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
    // nearest rank ceil(0.9 n) in whole numbers: 0.9 has no exact double
    int rank = (9 * n + 9) / 10;
    return new LengthDistribution(sorted[0], median, sorted[rank - 1], sorted[n - 1]);
  }
}
