package org.stance4j.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The single figures of a confusion matrix that reports show, each with its key in files. */
public enum Metric implements ToDoubleFunction<ConfusionMatrix> {
  /** See {@link Accuracy}. */
  ACCURACY("accuracy", "Accuracy", Accuracy::of),
  /** See {@link BalancedAccuracy}. */
  BALANCED_ACCURACY("balancedAccuracy", "Balanced accuracy", BalancedAccuracy::of),
  /** See {@link MacroF1}. */
  MACRO_F1("macroF1", "Macro-F1", MacroF1::of),
  /** The F1 of {@link WeightedAverage}. */
  WEIGHTED_F1("weightedF1", "Weighted F1", matrix -> WeightedAverage.of(matrix).f1()),
  /** See {@link FAverage}. */
  F_AVERAGE("fAvg", "F-average (pro, anti)", FAverage::of),
  /** See {@link MatthewsCorrelation}. */
  MCC("mcc", "Matthews correlation", MatthewsCorrelation::of),
  /** See {@link CohenKappa}. */
  KAPPA("kappa", "Cohen’s κ", CohenKappa::of);

  /** Those that fit beside each other; the others say much the same in another way. */
  public static final List<Metric> HEADLINES =
      List.of(ACCURACY, BALANCED_ACCURACY, MACRO_F1, F_AVERAGE, MCC);

  private final String key;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<ConfusionMatrix> function;

  Metric(String key, String title, ToDoubleFunction<ConfusionMatrix> function) {
    this.key = key;
    this.title = title;
    this.function = function;
  }

  /**
   * The name used in files: {@code accuracy}, {@code balancedAccuracy}, {@code macroF1}, {@code
   * weightedF1}, {@code fAvg}, {@code mcc}, {@code kappa}.
   */
  public String key() {
    return key;
  }

  /** The name shown to readers. */
  public String title() {
    return title;
  }

  @Override
  public double applyAsDouble(ConfusionMatrix matrix) {
    return function.applyAsDouble(matrix);
  }
}
