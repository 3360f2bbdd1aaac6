package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Macro-F1: the unweighted mean of the F1 of each stance.
 *
 * <p>A stance that occurs neither in gold nor among the predictions is left out of the mean, as
 * scikit-learn's {@code f1_score(average="macro")} does; a slice without a neutral sentence is thus
 * not punished for it. Range [0, 1]; 0 for the empty matrix. It is the mean of the F1s, not the F1
 * of the mean precision and recall (the two differ: Opitz and Burst, "Macro F1 and Macro F1", 2019,
 * arXiv:1911.03347).
 */
public final class MacroF1 {
  private MacroF1() {}

  /** The macro-F1 of a confusion matrix. */
  public static double of(ConfusionMatrix matrix) {
    double sum = 0;
    int present = 0;
    for (Stance stance : Stance.values()) {
      if (matrix.gold(stance) + matrix.predicted(stance) > 0) {
        sum += PrecisionRecallF1.of(matrix, stance).f1();
        present++;
      }
    }
    return present == 0 ? 0 : sum / present;
  }
}
