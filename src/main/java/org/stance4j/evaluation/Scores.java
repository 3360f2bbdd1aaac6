package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stance4j.Stance;

/**
 * Every figure of one confusion matrix.
 *
 * @param confusion rows = gold, columns = predicted
 * @param accuracy see {@link Accuracy}
 * @param macroF1 see {@link MacroF1}
 * @param fAvg see {@link FAverage}
 * @param mcc see {@link MatthewsCorrelation}
 * @param perClass one entry per stance, in declaration order; unmodifiable
 */
public record Scores(
    ConfusionMatrix confusion,
    double accuracy,
    double macroF1,
    double fAvg,
    double mcc,
    Map<Stance, PrecisionRecallF1> perClass) {
  public Scores {
    perClass = Collections.unmodifiableMap(new EnumMap<>(perClass));
  }

  /** The figures of a matrix. */
  public static Scores of(ConfusionMatrix matrix) {
    return new Scores(
        matrix,
        Accuracy.of(matrix),
        MacroF1.of(matrix),
        FAverage.of(matrix),
        MatthewsCorrelation.of(matrix),
        PrecisionRecallF1.perClass(matrix));
  }

  /** Number of examples. */
  public int n() {
    return confusion.total();
  }

  /** The figure of that metric. */
  public double of(Metric metric) {
    return switch (metric) {
      case ACCURACY -> accuracy;
      case MACRO_F1 -> macroF1;
      case F_AVERAGE -> fAvg;
      case MCC -> mcc;
    };
  }
}
