package org.stance4j.evaluation;

/**
 * Accuracy: the share of examples on the diagonal, correct / n.
 *
 * <p>Range [0, 1]; 0 for the empty matrix. With three stances it equals micro-averaged F1. It
 * flatters a model that knows only the largest class, so it never stands alone in a report.
 */
public final class Accuracy {
  private Accuracy() {}

  /** The accuracy of a confusion matrix. */
  public static double of(ConfusionMatrix matrix) {
    int total = matrix.total();
    return total == 0 ? 0 : (double) matrix.correct() / total;
  }
}
