package org.stance4j.evaluation;

/**
 * Micro-averaged precision, recall and F1: computed once from the true positives, false positives
 * and false negatives of all stances added up.
 *
 * <p>Where every example has one gold and one predicted stance, as here, each error is a false
 * positive of one stance and a false negative of another, so all three equal {@link Accuracy}.
 * Range [0, 1]; 0 for the empty matrix. Source: D. D. Lewis, "Evaluating Text Categorization",
 * 1991.
 */
public final class MicroAverage {
  private MicroAverage() {}

  /** The figures of a confusion matrix; the support is the number of its examples. */
  public static PrecisionRecallF1 of(ConfusionMatrix matrix) {
    double share = Accuracy.of(matrix);
    return new PrecisionRecallF1(share, share, share, matrix.total());
  }
}
