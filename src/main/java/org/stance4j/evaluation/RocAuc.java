package org.stance4j.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return Ranking.of(cases, Map.of()).areas(1).rocAucOrChance();
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
    // by name, so that the order of the cases plays no part
    Map<String, Integer> groups = new HashMap<>();
    cases.stream()
        .map(BinaryScore::group)
        .distinct()
        .sorted()
        .forEach(group -> groups.put(group, groups.size()));
    Ranking ranking = Ranking.of(cases, groups);
    return ClusterBootstrap.resample(
            groups.size(),
            drawn -> new double[] {ranking.areas(ClusterBootstrap.weights(drawn)).rocAucOrChance()},
            resamples,
            seed)
        .get(0);
  }
}
