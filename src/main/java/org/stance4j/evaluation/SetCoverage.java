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
 */
public record SetCoverage(
    double coverage, SetFigures all, Map<Stance, SetFigures> byStance, Interval interval) {
  public SetCoverage {
    byStance = Collections.unmodifiableMap(new EnumMap<>(byStance));
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
    for (Stance stance : Stance.values()) {
      byStance.put(
          stance,
          SetFigures.of(
              scored.stream().filter(example -> example.gold() == stance).toList(), sets::of));
    }
    List<SetFigures> groups =
        Clusters.byGroup(scored).values().stream()
            .map(group -> SetFigures.of(group, sets::of))
            .toList();
    Interval interval =
        ClusterBootstrap.resample(
                groups.size(), drawn -> new double[] {coverage(groups, drawn)}, resamples, seed)
            .get(0);
    return new SetCoverage(sets.coverage(), SetFigures.of(scored, sets::of), byStance, interval);
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
