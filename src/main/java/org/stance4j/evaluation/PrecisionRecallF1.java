package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stance4j.Stance;

/**
 * Precision, recall and F1 of one stance.
 *
 * <p>With TP, FP and FN counted for that stance against the rest: precision = TP / (TP + FP),
 * recall = TP / (TP + FN), F1 = 2 TP / (2 TP + FP + FN). Range [0, 1]; a figure whose denominator
 * is 0 is 0, as with scikit-learn's {@code zero_division=0}. Source: C. J. van Rijsbergen,
 * Information Retrieval, 2nd ed., 1979, chapter 7.
 *
 * @param precision share of the predictions of the stance that are right
 * @param recall share of the gold examples of the stance that are found
 * @param f1 harmonic mean of the two
 * @param support number of gold examples of the stance
 */
public record PrecisionRecallF1(double precision, double recall, double f1, int support) {
  /** The figures of one stance. */
  public static PrecisionRecallF1 of(ConfusionMatrix matrix, Stance stance) {
    int truePositives = matrix.count(stance, stance);
    int predicted = matrix.predicted(stance);
    int gold = matrix.gold(stance);
    return new PrecisionRecallF1(
        ratio(truePositives, predicted),
        ratio(truePositives, gold),
        ratio(2 * truePositives, predicted + gold),
        gold);
  }

  /** The figures of every stance, in declaration order; unmodifiable. */
  public static Map<Stance, PrecisionRecallF1> perClass(ConfusionMatrix matrix) {
    Map<Stance, PrecisionRecallF1> figures = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      figures.put(stance, of(matrix, stance));
    }
    return Collections.unmodifiableMap(figures);
  }

  private static double ratio(int numerator, int denominator) {
    return denominator == 0 ? 0 : (double) numerator / denominator;
  }
}
