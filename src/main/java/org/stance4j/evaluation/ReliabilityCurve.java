package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a model is right when it is that sure: examples in bins of equal width by the
 * probability of their most probable stance (C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On
 * Calibration of Modern Neural Networks", 2017).
 *
 * <p>With three stances the most probable one never has less than 1/3, so the bins below that are
 * empty.
 *
 * @param bins from 0 to 1, ascending, empty ones among them; unmodifiable
 */
public record ReliabilityCurve(List<ReliabilityBin> bins) {
  /** Number of bins unless another is asked for. */
  public static final int BINS = 15;

  public ReliabilityCurve {
    bins = List.copyOf(bins);
  }

  /** The curve of {@value #BINS} bins. */
  public static ReliabilityCurve of(List<ScoredExample> scored) {
    return of(scored, BINS);
  }

  /**
   * The curve of that many bins.
   *
   * @param bins at least 1
   * @throws IllegalArgumentException if there is no bin
   */
  public static ReliabilityCurve of(List<ScoredExample> scored, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("a reliability curve needs at least 1 bin, got " + bins);
    }
    int[] counts = new int[bins];
    int[] right = new int[bins];
    double[] confidence = new double[bins];
    for (ScoredExample example : scored) {
      double sure = example.probabilities().of(example.predicted());
      int bin = Math.min(bins, Math.max(1, (int) Math.ceil(sure * bins))) - 1;
      counts[bin]++;
      confidence[bin] += sure;
      right[bin] += example.correct() ? 1 : 0;
    }
    List<ReliabilityBin> curve = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      int divisor = Math.max(1, counts[bin]);
      curve.add(
          new ReliabilityBin(
              (double) bin / bins,
              (bin + 1.0) / bins,
              counts[bin],
              confidence[bin] / divisor,
              (double) right[bin] / divisor));
    }
    return new ReliabilityCurve(curve);
  }

  /** Number of examples. */
  public int n() {
    return bins.stream().mapToInt(ReliabilityBin::n).sum();
  }

  /** The bins that hold an example, ascending. */
  public List<ReliabilityBin> filled() {
    return bins.stream().filter(bin -> bin.n() > 0).toList();
  }

  /** Mean probability of the most probable stance, over all examples; 0 without any. */
  public double confidence() {
    double sum = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.n() * bin.confidence();
    }
    return sum / Math.max(1, n());
  }
}
