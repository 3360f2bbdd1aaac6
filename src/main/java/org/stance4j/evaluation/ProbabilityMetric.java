package org.stance4j.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The single figures of a model's probabilities that reports show, each with its key in files. */
public enum ProbabilityMetric implements ToDoubleFunction<List<ScoredExample>> {
  /** See {@link LogLoss}. */
  LOG_LOSS("logLoss", "Log loss", true, LogLoss::of),
  /** See {@link BrierScore}. */
  BRIER("brier", "Brier score", true, BrierScore::of),
  /** See {@link ExpectedCalibrationError}. */
  CALIBRATION_ERROR("ece", "Calibration error", true, ExpectedCalibrationError::of),
  /** The mean of {@link RocAuc} of each stance against the rest. */
  ROC_AUC("rocAuc", "ROC AUC", false, scored -> OneVersusRest.rocAuc(scored).mean()),
  /** The mean of {@link AveragePrecision} of each stance against the rest. */
  PR_AUC("prAuc", "PR AUC", false, scored -> OneVersusRest.averagePrecision(scored).mean());

  private final String key;
  private final String title;
  private final boolean lessIsBetter;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final ToDoubleFunction<List<ScoredExample>> function;

  ProbabilityMetric(
      String key,
      String title,
      boolean lessIsBetter,
      ToDoubleFunction<List<ScoredExample>> function) {
    this.key = key;
    this.title = title;
    this.lessIsBetter = lessIsBetter;
    this.function = function;
  }

  /**
   * The name used in files: {@code logLoss}, {@code brier}, {@code ece}, {@code rocAuc}, {@code
   * prAuc}.
   */
  public String key() {
    return key;
  }

  /** The name shown to readers. */
  public String title() {
    return title;
  }

  /** Whether a lower figure is the better one: true of losses and errors. */
  public boolean lessIsBetter() {
    return lessIsBetter;
  }

  @Override
  public double applyAsDouble(List<ScoredExample> scored) {
    return function.applyAsDouble(scored);
  }
}
