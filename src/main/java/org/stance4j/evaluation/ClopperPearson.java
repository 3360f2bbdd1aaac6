package org.stance4j.evaluation;

/**
 * The exact one-sided lower bound of a share, after C. J. Clopper and E. S. Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934: the
 * share p at which k or more of n would be seen with probability {@code level}.
 *
 * <p>It takes the n observations for independent.
 */
public final class ClopperPearson {
  private static final int HALVINGS = 60;

  /** Terms of a tail below this part of its sum change none of its digits. */
  private static final double NEGLIGIBLE = 1e-17;

  private ClopperPearson() {}

  /**
   * The lower bound.
   *
   * @param k how many of them, from 0 to n
   * @param n number of observations, at least 1
   * @param level probability of a bound that is too high, in (0, 0.5)
   * @return a share in [0, k/n]; 0 where k is 0
   */
  public static double lower(int k, int n, double level) {
    if (n < 1 || k < 0 || k > n) {
      throw new IllegalArgumentException("a share needs 0 <= k <= n and n >= 1: " + k + ", " + n);
    }
    if (!(level > 0 && level < 0.5)) {
      throw new IllegalArgumentException("a level must lie between 0 and 0.5, got " + level);
    }
    if (k == 0) {
      return 0;
    }
    if (k == n) {
      return Math.pow(level, 1.0 / n);
    }
    double choices = logChoices(k, n);
    double low = 0;
    double high = (double) k / n;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (tail(k, n, choices, middle) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Logarithm of the binomial coefficient. */
  private static double logChoices(int k, int n) {
    double sum = 0;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      sum += Math.log((n - i + 1.0) / i);
    }
    return sum;
  }

  /** P(X ≥ k), X binomial with n and p ≤ k/n, so that its terms fall. */
  private static double tail(int k, int n, double choices, double p) {
    double odds = p / (1 - p);
    double term = Math.exp(choices + k * Math.log(p) + (n - k) * Math.log1p(-p));
    double sum = 0;
    for (int j = k; j <= n && term > NEGLIGIBLE * sum; j++) {
      sum += term;
      term *= (double) (n - j) / (j + 1) * odds;
    }
    return sum;
  }
}
