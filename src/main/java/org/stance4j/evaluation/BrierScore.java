package org.stance4j.evaluation;

import java.util.List;
import org.stance4j.Stance;

/**
 * Brier score of several classes: the mean over examples of Σ_k (p_k − y_k)², with y_k 1 for the
 * gold stance and 0 for the others.
 *
 * <p>Summed over the stances, as in G. W. Brier, "Verification of forecasts expressed in terms of
 * probability", 1950, not halved: range [0, 2], 0 is perfect, 2 is certainty of a wrong stance, 2/3
 * is what equal shares score. 0 without examples.
 */
public final class BrierScore {
  private BrierScore() {}

  /** The score of scored examples. */
  public static double of(List<ScoredExample> scored) {
    double sum = 0;
    for (ScoredExample example : scored) {
      for (Stance stance : Stance.values()) {
        double error = example.probabilities().of(stance) - (stance == example.gold() ? 1 : 0);
        sum += error * error;
      }
    }
    return scored.isEmpty() ? 0 : sum / scored.size();
  }
}
