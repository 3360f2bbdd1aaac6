package org.stance4j.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stance4j.Stance;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.ScoredExample;

/**
 * Confident learning: estimates from out-of-fold probabilities how many labels are wrong, and names
 * the candidates.
 *
 * <p>Candidates are the examples off the diagonal of the {@link ConfidentJoint}, ranked by {@link
 * LabelIssue#margin}. As in the authors' own library, cleanlab, an example whose given label is
 * still the most probable one is no candidate, though it counts in the estimate. The interval of
 * the estimate resamples whole groups and sets the thresholds anew each time; it does not cover
 * what another model would say. Source: C. G. Northcutt, L. Jiang, I. L. Chuang, "Confident
 * Learning: Estimating Uncertainty in Dataset Labels", JAIR 70, 2021.
 */
public final class ConfidentLearning {
  private ConfidentLearning() {}

  /**
   * Estimates with {@link ClusterBootstrap#RESAMPLES} resamples.
   *
   * @param scored at least one example, with the probabilities of a model that has not seen its
   *     group
   * @param seed source of the resamples
   */
  public static NoiseEstimate estimate(List<ScoredExample> scored, long seed) {
    return estimate(scored, ClusterBootstrap.RESAMPLES, seed);
  }

  /** Estimates with that many resamples. */
  public static NoiseEstimate estimate(List<ScoredExample> scored, int resamples, long seed) {
    ConfidentJoint joint = ConfidentJoint.of(scored);
    List<LabelIssue> issues = new ArrayList<>();
    for (ScoredExample one : scored) {
      Optional<Stance> likely = joint.likely(one.probabilities());
      if (likely.isPresent() && likely.get() != one.gold() && LabelIssue.margin(one) < 0) {
        issues.add(new LabelIssue(one, likely.get()));
      }
    }
    issues.sort(LabelIssue.WORST_FIRST);
    return new NoiseEstimate(joint, wrongShare(scored, resamples, seed), issues);
  }

  private static Interval wrongShare(List<ScoredExample> scored, int resamples, long seed) {
    double[][] probabilities = new double[scored.size()][];
    int[] labels = new int[scored.size()];
    // ordered by the group's name, so that the order of the rows plays no part
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int row = 0; row < labels.length; row++) {
      probabilities[row] = scored.get(row).probabilities().toArray();
      labels[row] = scored.get(row).gold().ordinal();
      groups.computeIfAbsent(scored.get(row).example().group(), name -> new ArrayList<>()).add(row);
    }
    List<int[]> clusters =
        groups.values().stream()
            .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    return ClusterBootstrap.resample(
            clusters.size(),
            drawn -> {
              List<int[]> parts = new ArrayList<>();
              for (int cluster : drawn) {
                parts.add(clusters.get(cluster));
              }
              return new double[] {ConfidentJoint.of(probabilities, labels, parts).wrongShare()};
            },
            resamples,
            seed)
        .get(0);
  }
}
