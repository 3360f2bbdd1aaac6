package org.stance4j.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.stance4j.evaluation.GateResult;

/** Says what became of a gate. Called by the templates and the commands. */
public final class GateWords {
  private static final int DIGITS = 4;

  private GateWords() {}

  /**
   * One line: {@code gate 'macroF1 < baseline - 0.5pt' fails for b@2: 0.6012 is below 0.6105 by
   * 0.0093}.
   */
  public static String line(GateResult result) {
    return "gate '"
        + result.gate()
        + "' "
        + (result.failed() ? "fails" : "passes")
        + " for "
        + result.model()
        + ": "
        + outcome(result);
  }

  /** {@code 0.6012 is below 0.6105 by 0.0093}. */
  public static String outcome(GateResult result) {
    if (result.value() == result.limit()) {
      return number(result.value()) + " is the limit itself";
    }
    return number(result.value())
        + " is "
        + (result.value() < result.limit() ? "below " : "above ")
        + number(result.limit())
        + " by "
        + number(result.distance());
  }

  /** A number that may be a share, a loss or a count: four decimals at most. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    String digits = rounded.abs().toPlainString();
    return rounded.signum() < 0 ? "−" + digits : digits;
  }
}
