package org.stance4j.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * One model against the first of a comparison.
 *
 * @param first name of the first model
 * @param second name of the other
 * @param metrics one difference per {@link Metric}, in declaration order
 * @param probabilities one difference per {@link ProbabilityMetric}, in declaration order
 * @param mcNemar the test of the sentences that only one of them gets right
 * @param slices part by part, attribute by attribute
 * @param fixed number of sentences that only the other gets right
 * @param broken number of sentences that only the first gets right
 * @param stillWrong number of sentences both get wrong in different ways
 */
@SuppressWarnings("EnumOrdinal") // the lists are in the declaration order of the metrics
public record PairedDifference(
    String first,
    String second,
    List<MetricDifference> metrics,
    List<ProbabilityDifference> probabilities,
    McNemar.Result mcNemar,
    List<SliceDifference> slices,
    int fixed,
    int broken,
    int stillWrong) {
  public PairedDifference {
    metrics = List.copyOf(metrics);
    probabilities = List.copyOf(probabilities);
    slices = List.copyOf(slices);
  }

  /** The difference in one metric. */
  public MetricDifference of(Metric metric) {
    return metrics.get(metric.ordinal());
  }

  /** The difference in one metric of the probabilities. */
  public ProbabilityDifference of(ProbabilityMetric metric) {
    return probabilities.get(metric.ordinal());
  }

  /** The same pair with other differences by metric. */
  PairedDifference withMetrics(List<MetricDifference> others) {
    return new PairedDifference(
        first, second, others, probabilities, mcNemar, slices, fixed, broken, stillWrong);
  }

  /** The parts that are large enough, from where the second model falls behind most. */
  public List<SliceDifference> rankedSlices() {
    return slices.stream()
        .filter(slice -> slice.rank() > 0)
        .sorted(Comparator.comparingInt(SliceDifference::rank))
        .toList();
  }
}
