package org.stance4j.cli;

import java.time.Duration;

/** Reads a length of time such as {@code 90s}, {@code 10m} or {@code 2h}. */
final class BudgetConverter extends ArgumentConverter<Duration> {
  BudgetConverter() {
    super(BudgetConverter::duration);
  }

  static Duration duration(String text) {
    if (!text.matches("[0-9]{1,6}[smh]") || text.matches("0+.")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no length of time; write a number above 0 and s, m or h, such as 10m");
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
