package org.stance4j.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Area under the receiver operating characteristic: the chance that a positive case drawn at random
 * scores higher than a negative one, a tie counting half.
 *
 * <p>AUC = U / (n₊ n₋) with U = Σ over pairs of 1 where the positive scores higher and ½ where both
 * score alike (Mann and Whitney 1947; Bamber 1975). Range [0, 1]; 0.5 is chance, and the value
 * where either class is empty.
 */
public final class RocAuc {
  private RocAuc() {}

  /** The area of some scored cases, in any order. */
  public static double of(List<BinaryScore> cases) {
    int[] once = new int[cases.size()];
    Arrays.fill(once, 1);
    return weighted(ascending(cases), once);
  }

  /**
   * Percentile 95 % interval from resampled groups, as in {@link ClusterBootstrap}. A resample
   * without cases of either class counts as 0.5.
   *
   * @param cases at least one
   * @param resamples at least 1
   * @param seed source of every draw
   */
  public static Interval interval(List<BinaryScore> cases, int resamples, long seed) {
    if (cases.isEmpty() || resamples < 1) {
      throw new IllegalArgumentException(
          "an interval needs cases and resamples, got " + cases.size() + " and " + resamples);
    }
    List<BinaryScore> sorted = ascending(cases);
    // by name, so that the order of the cases plays no part
    Map<String, Integer> groups = new HashMap<>();
    sorted.stream()
        .map(BinaryScore::group)
        .distinct()
        .sorted()
        .forEach(group -> groups.put(group, groups.size()));
    int[] groupOf = sorted.stream().mapToInt(c -> groups.getOrDefault(c.group(), 0)).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      int[] drawn = new int[groups.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[random.nextInt(drawn.length)]++;
      }
      values[resample] =
          weighted(sorted, Arrays.stream(groupOf).map(group -> drawn[group]).toArray());
    }
    Arrays.sort(values);
    return new Interval(
        ClusterBootstrap.quantile(values, ClusterBootstrap.TAIL),
        ClusterBootstrap.quantile(values, 1 - ClusterBootstrap.TAIL),
        groups.size(),
        resamples);
  }

  private static List<BinaryScore> ascending(List<BinaryScore> cases) {
    return cases.stream().sorted(Comparator.comparingDouble(BinaryScore::score)).toList();
  }

  /** The area of cases in ascending order, each counted as often as its weight says. */
  private static double weighted(List<BinaryScore> sorted, int[] weights) {
    long positives = 0;
    long negatives = 0;
    double pairs = 0;
    int from = 0;
    while (from < sorted.size()) {
      long tiedPositives = 0;
      long tiedNegatives = 0;
      int to = from;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        if (sorted.get(to).positive()) {
          tiedPositives += weights[to];
        } else {
          tiedNegatives += weights[to];
        }
        to++;
      }
      pairs += tiedPositives * (negatives + tiedNegatives / 2.0);
      positives += tiedPositives;
      negatives += tiedNegatives;
      from = to;
    }
    return positives == 0 || negatives == 0 ? 0.5 : pairs / ((double) positives * negatives);
  }
}
