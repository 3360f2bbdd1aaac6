package org.stance4j.evaluation;

import java.util.List;

/**
 * One model against the first of a comparison.
 *
 * @param first name of the first model
 * @param second name of the other
 * @param metrics one difference per {@link Metric}, in declaration order
 * @param fixed number of sentences that only the other gets right
 * @param broken number of sentences that only the first gets right
 * @param stillWrong number of sentences both get wrong in different ways
 */
@SuppressWarnings("EnumOrdinal") // the list is in the declaration order of Metric
public record PairedDifference(
    String first,
    String second,
    List<MetricDifference> metrics,
    int fixed,
    int broken,
    int stillWrong) {
  public PairedDifference {
    metrics = List.copyOf(metrics);
  }

  /** The difference in one metric. */
  public MetricDifference of(Metric metric) {
    return metrics.get(metric.ordinal());
  }
}
