package org.stance4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for files: the same digits in every locale and format. */
final class Decimals {
  private static final int PLACES = 6;

  private Decimals() {}

  /** Rounded half to even; at least one decimal, at most six. */
  static BigDecimal of(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.setScale(Math.max(1, rounded.scale()), RoundingMode.UNNECESSARY);
  }
}
