package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Balanced accuracy: the mean over stances of the recall, so that each counts alike however common
 * it is.
 *
 * <p>Stances without a gold example have no recall and are left out, as in scikit-learn's {@code
 * balanced_accuracy_score}: unlike macro-F1 it is not lowered by a stance that the data do not
 * have. Range [0, 1]; a model that always gives one of k stances scores 1 / k; 0 for the empty
 * matrix. Source: K. H. Brodersen, C. S. Ong, K. E. Stephan and J. M. Buhmann, "The Balanced
 * Accuracy and Its Posterior Distribution", 2010.
 */
public final class BalancedAccuracy {
  private BalancedAccuracy() {}

  /** The balanced accuracy of a confusion matrix. */
  public static double of(ConfusionMatrix matrix) {
    double sum = 0;
    int present = 0;
    for (Stance stance : Stance.values()) {
      int gold = matrix.gold(stance);
      if (gold > 0) {
        sum += (double) matrix.count(stance, stance) / gold;
        present++;
      }
    }
    return present == 0 ? 0 : sum / present;
  }
}
