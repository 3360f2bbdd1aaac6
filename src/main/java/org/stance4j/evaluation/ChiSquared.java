package org.stance4j.evaluation;

/** The χ² distribution with as many degrees of freedom as classes of stances can leave. */
final class ChiSquared {
  private ChiSquared() {}

  /**
   * The chance of a value of at least {@code x}, exact but for 1.5e-7 with one degree of freedom.
   *
   * @param x at least 0
   * @param degrees 0, 1 or 2; 0 gives 1
   */
  static double survival(double x, int degrees) {
    return switch (degrees) {
      case 0 -> 1;
      case 1 -> complementaryErrorFunction(Math.sqrt(x / 2));
      case 2 -> Math.exp(-x / 2);
      default ->
          throw new IllegalArgumentException("degrees of freedom must be 0 to 2, got " + degrees);
    };
  }

  /** erfc of a number ≥ 0: M. Abramowitz and I. A. Stegun 1964, 7.1.26. */
  private static double complementaryErrorFunction(double z) {
    double t = 1 / (1 + 0.3275911 * z);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return polynomial * Math.exp(-z * z);
  }
}
