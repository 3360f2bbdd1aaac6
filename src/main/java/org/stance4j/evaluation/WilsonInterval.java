package org.stance4j.evaluation;

/**
 * The 95 % score interval of a share, after E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22, 1927.
 *
 * <p>With k of n, p = k/n and z = 1.959964, the bounds are
 *
 * <pre>(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)</pre>
 *
 * <p>Unlike p ± z √(p(1 − p)/n) it stays in [0, 1] and does not shrink to nothing where k is 0 or
 * n; R. G. Newcombe, Statistics in Medicine 17, 1998, compares it with others. It takes the n
 * observations for independent: for sentences of documents, resample the documents instead.
 *
 * @param low lower bound, in [0, 1]
 * @param high upper bound, in [0, 1], at least {@code low}
 */
public record WilsonInterval(double low, double high) {
  /** The 0.975 quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public WilsonInterval {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "an interval of a share needs 0 <= low <= high <= 1, got [" + low + ", " + high + "]");
    }
  }

  /**
   * The interval of k of n.
   *
   * @param k how many of them, from 0 to n
   * @param n number of observations, at least 1
   */
  public static WilsonInterval of(int k, int n) {
    if (n < 1 || k < 0 || k > n) {
      throw new IllegalArgumentException("a share needs 0 <= k <= n and n >= 1: " + k + ", " + n);
    }
    double share = (double) k / n;
    double square = Z * Z / n;
    double centre = (share + square / 2) / (1 + square);
    double half = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n)) / (1 + square);
    // the bounds are 0 and 1 there, which rounding would miss
    return new WilsonInterval(
        k == 0 ? 0 : Math.max(0, centre - half), k == n ? 1 : Math.min(1, centre + half));
  }
}
