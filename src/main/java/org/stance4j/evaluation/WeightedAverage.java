package org.stance4j.evaluation;

import org.stance4j.Stance;

/**
 * Weighted precision, recall and F1: the mean of each over the stances, weighted by their gold
 * examples, Σ_k n_k / n · figure_k.
 *
 * <p>Common stances count most. The recall equals {@link Accuracy}; the F1 need not lie between
 * precision and recall. Range [0, 1]; 0 for the empty matrix. The same as scikit-learn's {@code
 * average="weighted"}.
 */
public final class WeightedAverage {
  private WeightedAverage() {}

  /** The means of a confusion matrix; the support is the number of its examples. */
  public static PrecisionRecallF1 of(ConfusionMatrix matrix) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    for (Stance stance : Stance.values()) {
      PrecisionRecallF1 figures = PrecisionRecallF1.of(matrix, stance);
      precision += figures.support() * figures.precision();
      recall += figures.support() * figures.recall();
      f1 += figures.support() * figures.f1();
    }
    int divisor = Math.max(1, matrix.total());
    return new PrecisionRecallF1(
        precision / divisor, recall / divisor, f1 / divisor, matrix.total());
  }
}
