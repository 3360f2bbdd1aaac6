package org.stance4j.evaluation;

import java.util.List;
import java.util.Map;

/**
 * Average precision, the area under the precision–recall curve as a sum of steps: Σ_i (R_i − R_i−1)
 * P_i over the thresholds i from the highest score down, with precision P_i and recall R_i of what
 * scores at least that.
 *
 * <p>Cases of one score share a threshold, so that their order plays no part. No interpolation: a
 * straight line between points of the curve is too optimistic (J. Davis and M. Goadrich, "The
 * Relationship Between Precision-Recall and ROC Curves", 2006). Range [0, 1]; the share of
 * positives is what guessing scores; 0 where there is no positive. The same as scikit-learn's
 * {@code average_precision_score}.
 */
public final class AveragePrecision {
  private AveragePrecision() {}

  /** The area of some scored cases, in any order. */
  public static double of(List<BinaryScore> cases) {
    return Ranking.of(cases, Map.of()).areas(1).averagePrecision();
  }
}
