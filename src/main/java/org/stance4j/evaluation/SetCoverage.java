package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;

/**
 * The coverage that label sets achieve on labelled data, beside the one that they were made for.
 *
 * @param coverage what they were made for, in (0, 1)
 * @param all figures of all sentences
 * @param byStance the same by gold stance, in declaration order; unmodifiable
 * @param interval 95 % interval of the coverage of all sentences, groups resampled
 * @param intervals the same by gold stance, of the groups that have such a sentence; none for a
 *     stance without one
 */
public record SetCoverage(
    double coverage,
    SetFigures all,
    Map<Stance, SetFigures> byStance,
    Interval interval,
    Map<Stance, Interval> intervals) {
  public SetCoverage {
    byStance = Collections.unmodifiableMap(new EnumMap<>(byStance));
    Map<Stance, Interval> copy = new EnumMap<>(Stance.class);
    copy.putAll(intervals);
    intervals = Collections.unmodifiableMap(copy);
  }

  /**
   * What sets achieve.
   *
   * @param scored at least one scored example
   * @param resamples at least 1
   * @param seed source of the resamples
   */
  static SetCoverage of(List<ScoredExample> scored, ConformalSets sets, int resamples, long seed) {
    Map<Stance, SetFigures> byStance = new EnumMap<>(Stance.class);
    Map<Stance, Interval> intervals = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      List<ScoredExample> rows =
          scored.stream().filter(example -> example.gold() == stance).toList();
      byStance.put(stance, SetFigures.of(rows, sets::of));
      if (!rows.isEmpty()) {
        intervals.put(stance, interval(rows, sets, resamples, seed));
      }
    }
    return new SetCoverage(
        sets.coverage(),
        SetFigures.of(scored, sets::of),
        byStance,
        interval(scored, sets, resamples, seed),
        intervals);
  }

  private static Interval interval(
      List<ScoredExample> scored, ConformalSets sets, int resamples, long seed) {
    List<SetFigures> groups =
        Clusters.byGroup(scored).values().stream()
            .map(group -> SetFigures.of(group, sets::of))
            .toList();
    return ClusterBootstrap.resample(
            groups.size(), drawn -> new double[] {coverage(groups, drawn)}, resamples, seed)
        .get(0);
  }

  private static double coverage(List<SetFigures> groups, int... drawn) {
    int covered = 0;
    int n = 0;
    for (int group : drawn) {
      covered += groups.get(group).covered();
      n += groups.get(group).n();
    }
    return (double) covered / n;
  }
}
