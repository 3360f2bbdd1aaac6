package org.stance4j.evaluation;

import java.util.List;

/**
 * A metric of one recipe trained several times, each time from another seed, and tested on the same
 * examples.
 *
 * @param values the metric of each training, in the order of the seeds
 * @param interval 95 % interval of their mean, by resampling the groups tested on; what another
 *     choice of training data would change shows in {@code values}, not in here
 */
public record MeanOverSeeds(List<Double> values, Interval interval) {
  public MeanOverSeeds {
    values = List.copyOf(values);
  }

  /**
   * The metric of these runs.
   *
   * @param runs per training the same examples in the same order, at least one run
   * @param resamples at least 1
   * @param seed source of the resamples
   * @throws IllegalArgumentException if the runs hold different examples
   */
  public static MeanOverSeeds of(
      List<List<ScoredExample>> runs, Metric metric, int resamples, long seed) {
    for (List<ScoredExample> run : runs) {
      Clusters.requireSameExamples(runs.get(0), run);
    }
    Interval interval =
        ClusterBootstrap.percentile(
                runs.stream().map(Clusters::matrices).toList(),
                List.of(metric),
                (of, sums) -> {
                  double sum = 0;
                  for (ConfusionMatrix matrix : sums) {
                    sum += of.applyAsDouble(matrix);
                  }
                  return sum / sums.length;
                },
                resamples,
                seed)
            .get(0);
    return new MeanOverSeeds(
        runs.stream().map(run -> metric.applyAsDouble(ConfusionMatrix.of(run))).toList(), interval);
  }

  /** The mean of the values. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The smallest of the values. */
  public double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The largest of the values. */
  public double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
