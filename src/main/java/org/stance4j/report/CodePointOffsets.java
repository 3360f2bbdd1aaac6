package org.stance4j.report;

/**
 * Turns places in a text from UTF-16 code units into Unicode code points, walking once from its
 * start to its end.
 */
final class CodePointOffsets {
  private final String text;
  private int unit;
  private int codePoint;

  CodePointOffsets(String text) {
    this.text = text;
  }

  /**
   * Number of code points before a place.
   *
   * @param place in code units, not before that of the last call
   */
  int at(int place) {
    codePoint += text.codePointCount(unit, place);
    unit = place;
    return codePoint;
  }
}
