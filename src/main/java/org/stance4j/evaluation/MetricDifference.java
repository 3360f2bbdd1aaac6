package org.stance4j.evaluation;

/**
 * How far two models are apart in one metric.
 *
 * @param metric the metric
 * @param first the first model's figure
 * @param second the second model's figure
 * @param interval 95 % interval of second − first, see {@link PairedBootstrap}
 * @param test see {@link PairedPermutationTest}
 * @param holm p-value of the test after {@link HolmCorrection} over all pairs of the comparison
 */
public record MetricDifference(
    Metric metric,
    double first,
    double second,
    Interval interval,
    PermutationResult test,
    double holm) {
  /** Level of the claims. */
  public static final double LEVEL = 0.05;

  /** Second − first: positive where the second model is better. */
  public double difference() {
    return second - first;
  }

  /**
   * Whether the data carry the claim that the models differ: enough clusters, an interval without 0
   * and a corrected p of at most {@value #LEVEL}.
   */
  public boolean claim() {
    return !interval.tooFewClusters() && !interval.contains(0) && holm <= LEVEL;
  }

  /** The same difference after Holm's correction. */
  MetricDifference corrected(double p) {
    return new MetricDifference(metric, first, second, interval, test, p);
  }
}
