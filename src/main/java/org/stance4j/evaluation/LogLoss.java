package org.stance4j.evaluation;

import java.util.List;

/**
 * Log loss, also cross-entropy: the mean of −ln p(gold stance).
 *
 * <p>Range [0, 34.54]; ln 3 ≈ 1.099 is what equal shares score, 0 is perfect. A probability below
 * {@value #FLOOR} counts as that, so that one sentence that a model ruled out does not make the
 * mean infinite. 0 without examples.
 */
public final class LogLoss {
  /** Least probability that is told from 0. */
  public static final double FLOOR = 1e-15;

  private LogLoss() {}

  /** The log loss of scored examples, in nats. */
  public static double of(List<ScoredExample> scored) {
    double sum = 0;
    for (ScoredExample example : scored) {
      sum -= Math.log(Math.max(FLOOR, Math.min(1, example.probabilities().of(example.gold()))));
    }
    return scored.isEmpty() ? 0 : sum / scored.size();
  }
}
