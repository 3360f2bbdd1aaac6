package org.stance4j.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A model that gates are held against.
 *
 * @param evaluation its figures
 * @param bytes size of its files
 * @param baseline what it is compared with; {@code null} where it is measured alone
 */
public record GateSubject(Evaluation evaluation, long bytes, @Nullable Baseline baseline) {
  /**
   * What a model is compared with.
   *
   * @param evaluation the baseline's figures, on the same examples
   * @param bytes size of the baseline's files
   * @param difference the model against the baseline
   */
  public record Baseline(Evaluation evaluation, long bytes, PairedDifference difference) {}
}
