package org.stance4j.corpus;

import org.stance4j.TextSpan;

/** A text whose places are given in Unicode code points. */
final class CodePoints {
  private final String text;
  private final int[] units;

  CodePoints(String text) {
    this.text = text;
    this.units = new int[text.codePointCount(0, text.length()) + 1];
    int unit = 0;
    for (int i = 0; i < units.length - 1; i++) {
      units[i] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[units.length - 1] = unit;
  }

  /** Number of code points. */
  int count() {
    return units.length - 1;
  }

  /** The same range in UTF-16 code units; {@code end} at most {@link #count}. */
  TextSpan span(int start, int end) {
    return new TextSpan(units[start], units[end]);
  }

  /** The text in a range of UTF-16 code units. */
  String text(TextSpan span) {
    return text.substring(span.start(), span.end());
  }
}
