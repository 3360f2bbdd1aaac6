package org.stance4j.finetune;

/** The functions of one number that an encoder needs, in single precision. */
final class Activations {
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.6933594f;
  private static final float LN2_LOW = -2.1219444e-4f;
  private static final float SMALLEST = -87;
  private static final float ROOT_HALF = 0.70710677f;
  private static final float ROOT_TWO_PI_INVERSE = 0.3989423f;
  private static final int EXPONENT_BIAS = 127;
  private static final int MANTISSA_BITS = 23;

  private Activations() {}

  /**
   * eˣ within some 10⁻⁷ of its size, for x ≤ 80; below −87 it is 0.
   *
   * @see <a href="https://www.netlib.org/cephes/">Moshier, Cephes: expf</a>
   */
  static float exp(float x) {
    if (x < SMALLEST) {
      return 0;
    }
    float scaled = x * LOG2_E;
    int power = (int) (scaled + (scaled < 0 ? -0.5f : 0.5f));
    float rest = x - power * LN2_HIGH - power * LN2_LOW;
    float series = 1.9875691e-4f;
    series = series * rest + 0.0013981999f;
    series = series * rest + 0.008333452f;
    series = series * rest + 0.041665796f;
    series = series * rest + 0.16666666f;
    series = series * rest + 0.5f;
    float value = series * rest * rest + rest + 1;
    return value * Float.intBitsToFloat((power + EXPONENT_BIAS) << MANTISSA_BITS);
  }

  /**
   * The normal distribution function Φ(x), within some 10⁻⁷.
   *
   * @param density e^(−x² / 2)
   * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_299.htm">Abramowitz and Stegun 1964,
   *     7.1.26</a>
   */
  private static float distribution(float x, float density) {
    float t = 1 / (1 + 0.3275911f * ROOT_HALF * Math.abs(x));
    float series = 1.0614054f;
    series = series * t - 1.4531521f;
    series = series * t + 1.4214138f;
    series = series * t - 0.28449672f;
    series = series * t + 0.2548296f;
    float tail = 0.5f * series * t * density;
    return x < 0 ? tail : 1 - tail;
  }

  /**
   * x · Φ(x) for every number of a row.
   *
   * @param row replaced by the values
   * @param slope becomes the derivative at each number
   * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016, GELU</a>
   */
  static void gelu(float[] row, float[] slope) {
    for (int i = 0; i < row.length; i++) {
      float x = row[i];
      float density = exp(-0.5f * x * x);
      float share = distribution(x, density);
      row[i] = x * share;
      slope[i] = share + x * density * ROOT_TWO_PI_INVERSE;
    }
  }

  /** Turns the first numbers of a row into shares that sum to 1. */
  static void softmax(float[] row, int length) {
    float largest = row[0];
    for (int i = 1; i < length; i++) {
      largest = Math.max(largest, row[i]);
    }
    float sum = 0;
    for (int i = 0; i < length; i++) {
      row[i] = exp(row[i] - largest);
      sum += row[i];
    }
    float scale = 1 / sum;
    for (int i = 0; i < length; i++) {
      row[i] *= scale;
    }
  }
}
