package org.stance4j.evaluation;

import java.util.List;

/**
 * How an error falls with the number of training examples: error(n) = floor + scale ·
 * n^(−exponent).
 *
 * @param floor what is left with endless data, in [0, 1]
 * @param scale negative where the error rises
 * @param exponent in (0, 2]
 * @see <a
 *     href="https://proceedings.neurips.cc/paper/1993/hash/1aa48fc4880bb0c9b8a3bf979d3b917e-Abstract.html">Cortes
 *     et al. 1993, Learning Curves: Asymptotic Values and Rate of Convergence</a>
 * @see <a href="https://arxiv.org/abs/1712.00409">Hestness et al. 2017, Deep Learning Scaling is
 *     Predictable, Empirically</a>
 */
public record PowerLaw(double floor, double scale, double exponent) {
  /** Fewest sizes that tell three numbers. */
  public static final int FEWEST_SIZES = 4;

  private static final int EXPONENTS = 100;
  private static final double LARGEST_EXPONENT = 2;

  /**
   * The law with the least squared error. The exponent is the best of {@value #EXPONENTS} between 0
   * and 2; given it, the others are a linear regression.
   *
   * @param sizes numbers of training examples, above 0, at least {@value #FEWEST_SIZES} different
   *     ones
   * @param errors one for each size, in [0, 1]
   * @throws IllegalArgumentException if there are fewer sizes, or not as many errors
   */
  public static PowerLaw fit(List<Double> sizes, List<Double> errors) {
    if (sizes.size() != errors.size() || sizes.stream().distinct().count() < FEWEST_SIZES) {
      throw new IllegalArgumentException(
          "a power law needs at least "
              + FEWEST_SIZES
              + " different sizes and an error for each, got sizes "
              + sizes
              + " and errors "
              + errors);
    }
    PowerLaw best = fit(sizes, errors, LARGEST_EXPONENT / EXPONENTS);
    double least = best.squares(sizes, errors);
    for (int i = 2; i <= EXPONENTS; i++) {
      PowerLaw law = fit(sizes, errors, i * LARGEST_EXPONENT / EXPONENTS);
      double squares = law.squares(sizes, errors);
      if (squares < least) {
        best = law;
        least = squares;
      }
    }
    return best;
  }

  /** The regression of the errors on n^(−exponent); a floor outside of [0, 1] is put to its end. */
  private static PowerLaw fit(List<Double> sizes, List<Double> errors, double exponent) {
    int n = sizes.size();
    double[] x = sizes.stream().mapToDouble(size -> Math.pow(size, -exponent)).toArray();
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += x[i] / n;
      meanY += errors.get(i) / n;
    }
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < n; i++) {
      xy += (x[i] - meanX) * (errors.get(i) - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    double floor = meanY - xy / xx * meanX;
    if (floor >= 0 && floor <= 1) {
      return new PowerLaw(floor, xy / xx, exponent);
    }
    double end = floor < 0 ? 0 : 1;
    double above = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      above += x[i] * (errors.get(i) - end);
      square += x[i] * x[i];
    }
    return new PowerLaw(end, above / square, exponent);
  }

  private double squares(List<Double> sizes, List<Double> errors) {
    double squares = 0;
    for (int i = 0; i < sizes.size(); i++) {
      double off = error(sizes.get(i)) - errors.get(i);
      squares += off * off;
    }
    return squares;
  }

  /**
   * The error that it expects.
   *
   * @param size number of training examples, above 0
   */
  public double error(double size) {
    return floor + scale * Math.pow(size, -exponent);
  }
}
