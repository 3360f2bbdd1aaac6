package org.stance4j.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Percentile 95 % intervals of the difference between two models on the same examples: second minus
 * first, both read from the same resampled clusters.
 *
 * <p>Pairing removes what makes a cluster easy or hard for both. Resampling as in {@link
 * ClusterBootstrap}; source for the paired use: T. Berg-Kirkpatrick, D. Burkett and D. Klein, "An
 * Empirical Investigation of Statistical Significance in NLP", 2012 (there by sentence; here by
 * cluster).
 */
public final class PairedBootstrap {
  private PairedBootstrap() {}

  /**
   * Intervals of metric(second) − metric(first).
   *
   * @param first scored examples of one model
   * @param second the same examples, in the same order, scored by the other
   * @param metrics functions of a confusion matrix
   * @param resamples at least 1
   * @param seed source of every draw
   * @return one interval per metric, in their order
   * @throws IllegalArgumentException if the examples differ
   */
  public static List<Interval> differences(
      List<ScoredExample> first,
      List<ScoredExample> second,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics,
      int resamples,
      long seed) {
    Clusters.requireSameExamples(first, second);
    return ClusterBootstrap.percentile(
        List.of(Clusters.matrices(first), Clusters.matrices(second)),
        metrics,
        (metric, sums) -> metric.applyAsDouble(sums[1]) - metric.applyAsDouble(sums[0]),
        resamples,
        seed);
  }
}
