package org.stance4j.evaluation;

/**
 * How far two models are apart in one metric of their probabilities. No test goes with it: the
 * interval tells how sure the difference is.
 *
 * @param metric the metric
 * @param first the first model's figure
 * @param second the second model's figure
 * @param interval 95 % interval of second − first, from the same resampled clusters for both
 */
public record ProbabilityDifference(
    ProbabilityMetric metric, double first, double second, Interval interval) {
  /** Second − first: which sign is the better one depends on the metric. */
  public double difference() {
    return second - first;
  }

  /** Whether there are clusters enough and the interval does not hold 0. */
  public boolean clear() {
    return !interval.tooFewClusters() && !interval.contains(0);
  }

  /** Whether the second model has the better figure, however little. */
  public boolean better() {
    return metric.lessIsBetter() ? difference() < 0 : difference() > 0;
  }
}
