package org.stance4j;

/**
 * A half-open range [start, end) of UTF-16 code units in a document's text.
 *
 * @param start first code unit, at least 0
 * @param end one past the last code unit, greater than {@code start}
 */
public record TextSpan(int start, int end) {
  public TextSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span must satisfy 0 <= start < end, got [" + start + ", " + end + ")");
    }
  }

  /** Number of UTF-16 code units. */
  public int length() {
    return end - start;
  }
}
