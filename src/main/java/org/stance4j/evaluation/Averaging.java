package org.stance4j.evaluation;

import java.util.Locale;
import java.util.function.Function;

/** How precision, recall and F1 of the stances become one figure each. */
public enum Averaging {
  /** See {@link MacroAverage}. */
  MACRO(MacroAverage::of),
  /** See {@link MicroAverage}. */
  MICRO(MicroAverage::of),
  /** See {@link WeightedAverage}. */
  WEIGHTED(WeightedAverage::of);

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Function<ConfusionMatrix, PrecisionRecallF1> function;

  Averaging(Function<ConfusionMatrix, PrecisionRecallF1> function) {
    this.function = function;
  }

  /** The name used in files: {@code macro}, {@code micro}, {@code weighted}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The averages of a confusion matrix. */
  public PrecisionRecallF1 of(ConfusionMatrix matrix) {
    return function.apply(matrix);
  }
}
