package org.stance4j.corpus;

import java.util.Locale;

/** Values from files, made fit for a one-line message. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** The value in double quotes, control characters escaped, cut after {@value #LONGEST}. */
  static String of(String value) {
    StringBuilder shown = new StringBuilder("\"");
    int[] codePoints = value.codePoints().limit(LONGEST + 1L).toArray();
    for (int i = 0; i < Math.min(codePoints.length, LONGEST); i++) {
      int codePoint = codePoints[i];
      switch (codePoint) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> {
          if (Character.isISOControl(codePoint)) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
          } else {
            shown.appendCodePoint(codePoint);
          }
        }
      }
    }
    return shown.append(codePoints.length > LONGEST ? "…\"" : "\"").toString();
  }
}
