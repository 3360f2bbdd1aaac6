package org.stance4j.evaluation;

import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * How far a model's probabilities can be taken at their word.
 *
 * @param logLoss see {@link LogLoss}
 * @param brier see {@link BrierScore}
 * @param calibrationError see {@link ExpectedCalibrationError}
 * @param rocAuc see {@link RocAuc}, each stance against the rest
 * @param prAuc see {@link AveragePrecision}, each stance against the rest
 * @param mean mean probability of each stance, which is the class shares that the model believes in
 * @param reliability what the calibration error is made of
 */
public record ProbabilityScores(
    double logLoss,
    double brier,
    double calibrationError,
    OneVersusRest rocAuc,
    OneVersusRest prAuc,
    StanceProbabilities mean,
    ReliabilityCurve reliability) {
  /**
   * The scores of scored examples.
   *
   * @throws IllegalArgumentException if there are none: nothing has no mean
   */
  public static ProbabilityScores of(List<ScoredExample> scored) {
    ReliabilityCurve reliability = ReliabilityCurve.of(scored);
    return new ProbabilityScores(
        LogLoss.of(scored),
        BrierScore.of(scored),
        ExpectedCalibrationError.of(reliability),
        OneVersusRest.rocAuc(scored),
        OneVersusRest.averagePrecision(scored),
        mean(scored.stream().map(ScoredExample::probabilities).toList()),
        reliability);
  }

  /** The figure of that metric. */
  public double of(ProbabilityMetric metric) {
    return switch (metric) {
      case LOG_LOSS -> logLoss;
      case BRIER -> brier;
      case CALIBRATION_ERROR -> calibrationError;
      case ROC_AUC -> rocAuc.mean();
      case PR_AUC -> prAuc.mean();
    };
  }

  /**
   * The mean of distributions.
   *
   * @param distributions at least one
   * @throws IllegalArgumentException if there are none
   */
  public static StanceProbabilities mean(List<StanceProbabilities> distributions) {
    if (distributions.isEmpty()) {
      throw new IllegalArgumentException("no probabilities: there is nothing to take the mean of");
    }
    double[] sums = new double[Stance.COUNT];
    for (StanceProbabilities distribution : distributions) {
      double[] values = distribution.toArray();
      for (int k = 0; k < sums.length; k++) {
        sums[k] += values[k] / distributions.size();
      }
    }
    return StanceProbabilities.of(sums);
  }
}
