package org.stance4j.evaluation;

import java.util.List;

/**
 * McNemar's test, exact: of the sentences that only one of two models gets right, is either model's
 * share further from one half than chance?
 *
 * <p>With b sentences that only the first gets right and c that only the second does, p = min(1, 2
 * P(X ≤ min(b, c))) for X binomial with n = b + c and probability 1/2; 1 where b + c = 0. Sentences
 * that both get right, or both wrong, play no part. Range of p (0, 1]. Sources: Q. McNemar, "Note
 * on the Sampling Error of the Difference Between Correlated Proportions or Percentages",
 * Psychometrika 12, 1947; for classifiers T. G. Dietterich, "Approximate Statistical Tests for
 * Comparing Supervised Classification Learning Algorithms", Neural Computation 10, 1998.
 *
 * <p>It takes sentences for independent. Those of one document are not, so p is too small where a
 * model is better or worse on whole documents; {@link PairedPermutationTest} makes no such
 * assumption and is what claims rest on.
 */
public final class McNemar {
  private McNemar() {}

  /**
   * The test of two models.
   *
   * @param first scored examples of one model
   * @param second the same examples, in the same order, scored by the other
   * @throws IllegalArgumentException if the examples differ
   */
  public static Result of(List<ScoredExample> first, List<ScoredExample> second) {
    Clusters.requireSameExamples(first, second);
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.size(); i++) {
      boolean one = first.get(i).correct();
      boolean other = second.get(i).correct();
      onlyFirst += one && !other ? 1 : 0;
      onlySecond += other && !one ? 1 : 0;
    }
    return of(onlyFirst, onlySecond);
  }

  /**
   * The test of two counts.
   *
   * @param onlyFirst sentences that only the first model gets right, at least 0
   * @param onlySecond sentences that only the second gets right, at least 0
   */
  public static Result of(int onlyFirst, int onlySecond) {
    int n = Math.addExact(onlyFirst, onlySecond);
    int fewer = Math.min(onlyFirst, onlySecond);
    // in logarithms, since 2^-n vanishes beyond a thousand sentences
    double logTerm = -n * Math.log(2);
    double tail = Math.exp(logTerm);
    for (int k = 1; k <= fewer; k++) {
      logTerm += Math.log((double) (n - k + 1) / k);
      tail += Math.exp(logTerm);
    }
    return new Result(onlyFirst, onlySecond, Math.min(1, 2 * tail));
  }

  /**
   * What the test says.
   *
   * @param onlyFirst sentences that only the first model gets right
   * @param onlySecond sentences that only the second gets right
   * @param p two-sided p-value, in [0, 1]
   */
  public record Result(int onlyFirst, int onlySecond, double p) {
    public Result {
      if (onlyFirst < 0 || onlySecond < 0 || !(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "counts must be at least 0 and p must lie in [0, 1], got "
                + onlyFirst
                + ", "
                + onlySecond
                + " and p="
                + p);
      }
    }
  }
}
