package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often a model is wrong when it answers only what it is surest of: the share of wrong answers
 * (selective risk) against the share of sentences answered (coverage), sentences taken by the
 * probability of their most probable stance.
 *
 * <p>Curve and selective risk: R. El-Yaniv and Y. Wiener, "On the foundations of noise-free
 * selective classification", Journal of Machine Learning Research 11, 2010, and Y. Geifman and R.
 * El-Yaniv, "Selective classification for deep neural networks", NIPS 2017; the area below it: Y.
 * Geifman, G. Uziel and R. El-Yaniv, "Bias-reduced uncertainty estimation for deep neural
 * classifiers", ICLR 2019. No threshold tells sentences of one probability apart: they enter
 * together, and the area takes the mean over their orders, so that the order of the rows does not
 * matter.
 *
 * @param points one per different probability, coverage ascending up to 1; unmodifiable, not empty
 * @param aurc area under the curve, in [0, 1]: the mean over k = 1 … n of the selective risk of the
 *     k surest sentences
 * @param leastAurc the same if all wrong answers were the least sure ones, which no order of these
 *     answers undercuts
 */
public record RiskCoverageCurve(List<OperatingPoint> points, double aurc, double leastAurc) {
  public RiskCoverageCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a risk-coverage curve needs at least one sentence");
    }
  }

  /**
   * The curve of scored examples.
   *
   * @param scored at least one
   * @throws IllegalArgumentException if there are none
   */
  public static RiskCoverageCurve of(List<ScoredExample> scored) {
    List<ScoredExample> surest = new ArrayList<>(scored);
    surest.sort(Comparator.comparingDouble(RiskCoverageCurve::confidence).reversed());
    int n = surest.size();
    List<OperatingPoint> points = new ArrayList<>();
    double area = 0;
    int kept = 0;
    int right = 0;
    while (kept < n) {
      double threshold = confidence(surest.get(kept));
      int end = kept;
      int rightHere = 0;
      while (end < n && confidence(surest.get(end)) == threshold) {
        rightHere += surest.get(end).correct() ? 1 : 0;
        end++;
      }
      double wrongShare = 1 - (double) rightHere / (end - kept);
      for (int k = 1; k <= end - kept; k++) {
        area += (kept - right + k * wrongShare) / (kept + k);
      }
      kept = end;
      right += rightHere;
      points.add(new OperatingPoint(threshold, kept, right, n));
    }
    return new RiskCoverageCurve(points, n == 0 ? 0 : area / n, n == 0 ? 0 : least(n, right) / n);
  }

  /** Sum of the selective risks when every wrong answer comes after every right one. */
  private static double least(int n, int right) {
    double sum = 0;
    for (int k = right + 1; k <= n; k++) {
      sum += (double) (k - right) / k;
    }
    return sum;
  }

  private static double confidence(ScoredExample example) {
    return example.probabilities().of(example.predicted());
  }

  /** Number of sentences. */
  public int n() {
    return all().n();
  }

  /** Every sentence answered. */
  public OperatingPoint all() {
    return points.get(points.size() - 1);
  }

  /**
   * The point with the least coverage that is at least as large as asked for.
   *
   * @param coverage in [0, 1]
   */
  public OperatingPoint at(double coverage) {
    // a share such as 0.15 of 20 must not miss its 3 rows by rounding
    double wanted = coverage * n() - 1e-9;
    return points.stream().filter(point -> point.kept() >= wanted).findFirst().orElse(all());
  }

  /**
   * How much the area could shrink by a better order of the same answers, at least 0: the part of
   * it that is due to the probabilities and not to the number of errors.
   */
  public double excessAurc() {
    return Math.max(0, aurc - leastAurc);
  }
}
