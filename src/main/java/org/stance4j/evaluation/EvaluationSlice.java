package org.stance4j.evaluation;

/**
 * The figures of the examples that share a value of an attribute.
 *
 * @param attribute {@code group} or the name of an example's attribute
 * @param value the shared value; {@value #NO_VALUE} for the examples without one
 * @param scores the figures of those examples
 */
public record EvaluationSlice(String attribute, String value, Scores scores) {
  /** Stands for the empty value. */
  public static final String NO_VALUE = "(none)";

  /** Fewest rows whose figures are worth comparing. */
  public static final int ENOUGH_ROWS = 10;

  /** Number of examples. */
  public int n() {
    return scores.n();
  }

  /** Whether there are fewer than {@value #ENOUGH_ROWS} rows: shown, but not to be relied on. */
  public boolean fewRows() {
    return n() < ENOUGH_ROWS;
  }
}
