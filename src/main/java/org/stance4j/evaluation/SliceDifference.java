package org.stance4j.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How far two models are apart in {@link EvaluationSlice#RANKED_BY} on the examples that share a
 * value of an attribute.
 *
 * @param attribute what the parts differ in
 * @param value the shared value; {@link EvaluationSlice#NO_VALUE} for the examples without one
 * @param n number of examples
 * @param clusters number of groups that they come from
 * @param first the first model's balanced accuracy
 * @param second the second model's
 * @param interval 95 % interval of second − first; {@code null} where a single group leaves nothing
 *     to resample
 * @param test see {@link PairedPermutationTest}
 * @param holm p-value of the test after {@link HolmCorrection} over the ranked parts of this pair;
 *     1 where it is not ranked
 * @param fixed number of sentences that only the second model gets right
 * @param broken number of sentences that only the first gets right
 * @param rank 1 for the part in which the second model falls behind most, or leads least, of all
 *     that are ranked; 0 where the part is too small to be ranked
 */
public record SliceDifference(
    String attribute,
    String value,
    int n,
    int clusters,
    double first,
    double second,
    @Nullable Interval interval,
    PermutationResult test,
    double holm,
    int fixed,
    int broken,
    int rank) {
  /** Second − first: positive where the second model is better. */
  public double difference() {
    return second - first;
  }

  /** Whether there are rows and groups enough to compare it with other parts. */
  public boolean isRankable() {
    return n >= EvaluationSlice.ENOUGH_ROWS && clusters >= EvaluationSlice.ENOUGH_GROUPS;
  }

  /** Whether the data carry the claim that the models differ here, see {@link MetricDifference}. */
  public boolean claim() {
    Interval bounds = interval;
    return bounds != null
        && rank > 0
        && !bounds.tooFewClusters()
        && !bounds.contains(0)
        && holm <= MetricDifference.LEVEL;
  }

  /** The same difference at that place of the ranking. */
  SliceDifference ranked(int place, double corrected) {
    return new SliceDifference(
        attribute, value, n, clusters, first, second, interval, test, corrected, fixed, broken,
        place);
  }
}
