package org.stance4j.evaluation;

import java.util.function.ToDoubleFunction;

/** The single figures of a confusion matrix that reports show, each with its key in files. */
public enum Metric implements ToDoubleFunction<ConfusionMatrix> {
  /** See {@link Accuracy}. */
  ACCURACY("accuracy", "Accuracy", Accuracy::of),
  /** See {@link MacroF1}. */
  MACRO_F1("macroF1", "Macro-F1", MacroF1::of),
  /** See {@link FAverage}. */
  F_AVERAGE("fAvg", "F-average (pro, anti)", FAverage::of),
  /** See {@link MatthewsCorrelation}. */
  MCC("mcc", "Matthews correlation", MatthewsCorrelation::of);

  private final String key;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final ToDoubleFunction<ConfusionMatrix> function;

  Metric(String key, String title, ToDoubleFunction<ConfusionMatrix> function) {
    this.key = key;
    this.title = title;
    this.function = function;
  }

  /** The name used in files: {@code accuracy}, {@code macroF1}, {@code fAvg}, {@code mcc}. */
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
