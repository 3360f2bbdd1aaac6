package org.stance4j.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The figures of the examples that share a value of an attribute.
 *
 * @param attribute {@code group} or the name of an example's attribute
 * @param value the shared value; {@value #NO_VALUE} for the examples without one
 * @param clusters number of groups that these examples come from
 * @param scores the figures of those examples
 * @param interval 95 % interval of {@link BalancedAccuracy}; {@code null} where a single group
 *     leaves nothing to resample
 * @param rank 1 for the part with the lowest balanced accuracy of all that are ranked, whatever
 *     their attribute; 0 where the part is too small to be ranked
 */
public record EvaluationSlice(
    String attribute,
    String value,
    int clusters,
    Scores scores,
    @Nullable Interval interval,
    int rank) {
  /** Stands for the empty value. */
  public static final String NO_VALUE = "(none)";

  /** Fewest rows whose figures are worth comparing. */
  public static final int ENOUGH_ROWS = 20;

  /** Fewest groups whose figures are worth comparing. */
  public static final int ENOUGH_GROUPS = 5;

  /**
   * By what parts are ranked: unlike macro-F1 it is not lowered by a stance that a part does not
   * have.
   */
  public static final Metric RANKED_BY = Metric.BALANCED_ACCURACY;

  /** Number of examples. */
  public int n() {
    return scores.n();
  }

  /** Whether there are fewer than {@value #ENOUGH_ROWS} rows: shown, but not to be relied on. */
  public boolean fewRows() {
    return n() < ENOUGH_ROWS;
  }

  /** Whether there are fewer than {@value #ENOUGH_GROUPS} groups: shown, but not ranked. */
  public boolean fewGroups() {
    return clusters < ENOUGH_GROUPS;
  }

  /** The same slice at that place of the ranking. */
  EvaluationSlice ranked(int place) {
    return new EvaluationSlice(attribute, value, clusters, scores, interval, place);
  }
}
