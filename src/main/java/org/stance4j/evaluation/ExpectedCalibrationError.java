package org.stance4j.evaluation;

import java.util.List;

/**
 * Expected calibration error: Σ_b n_b / n · |accuracy_b − confidence_b| over the bins of a {@link
 * ReliabilityCurve}, so of the most probable stance alone (Guo et al. 2017).
 *
 * <p>Range [0, 1]: 0.05 says that what the model calls 80 % is right in 75 % or 85 %, on average.
 * It depends on the number of bins and is too large where few examples fall into a bin. 0 without
 * examples.
 */
public final class ExpectedCalibrationError {
  private ExpectedCalibrationError() {}

  /** The error of scored examples in {@value ReliabilityCurve#BINS} bins. */
  public static double of(List<ScoredExample> scored) {
    return of(ReliabilityCurve.of(scored));
  }

  /** The error of a curve. */
  public static double of(ReliabilityCurve curve) {
    double sum = 0;
    for (ReliabilityBin bin : curve.bins()) {
      sum += bin.n() * Math.abs(bin.gap());
    }
    return sum / Math.max(1, curve.n());
  }
}
