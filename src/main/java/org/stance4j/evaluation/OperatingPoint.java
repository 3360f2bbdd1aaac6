package org.stance4j.evaluation;

/**
 * What a model does that answers only where its most probable stance has at least a certain
 * probability.
 *
 * @param threshold least probability with which it answers, in [0, 1]
 * @param kept number of sentences that it answers, at least 1
 * @param right number of these that it gets right
 * @param n number of sentences, at least {@code kept}
 */
public record OperatingPoint(double threshold, int kept, int right, int n) {
  public OperatingPoint {
    if (right < 0 || right > kept || kept < 1 || kept > n) {
      throw new IllegalArgumentException(
          "an operating point needs 0 <= right <= kept <= n and kept >= 1, got right="
              + right
              + " kept="
              + kept
              + " n="
              + n);
    }
  }

  /** Share of the sentences that are answered, in (0, 1]. */
  public double coverage() {
    return (double) kept / n;
  }

  /** Share of the answers that are right, in [0, 1]. */
  public double precision() {
    return (double) right / kept;
  }

  /** Share of the answers that are wrong, in [0, 1]: the selective risk. */
  public double risk() {
    return (double) (kept - right) / kept;
  }
}
