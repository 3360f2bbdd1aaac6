package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Macro-averaged precision, recall and F1: the unweighted mean of each over the stances.
 *
 * <p>A stance that occurs neither in gold nor among the predictions is left out; the F1 is {@link
 * MacroF1}. Range [0, 1]; 0 for the empty matrix. Source: D. D. Lewis, "Evaluating Text
 * Categorization", 1991.
 */
public final class MacroAverage {
  private MacroAverage() {}

  /** The means of a confusion matrix; the support is the number of its examples. */
  public static PrecisionRecallF1 of(ConfusionMatrix matrix) {
    double precision = 0;
    double recall = 0;
    int present = 0;
    for (Stance stance : Stance.values()) {
      if (matrix.gold(stance) + matrix.predicted(stance) > 0) {
        PrecisionRecallF1 figures = PrecisionRecallF1.of(matrix, stance);
        precision += figures.precision();
        recall += figures.recall();
        present++;
      }
    }
    int divisor = Math.max(1, present);
    return new PrecisionRecallF1(
        precision / divisor, recall / divisor, MacroF1.of(matrix), matrix.total());
  }
}
