package org.stance4j.text;

import java.util.Arrays;
import org.stance4j.TextSpan;

/**
 * Visible text that remembers where in the source each of its characters stands.
 *
 * <p>Every UTF-16 code unit has a source range; the ranges do not overlap and run in reading order.
 * An ampersand written as an entity has a range of five. Immutable.
 */
final class MappedText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private MappedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** First source code unit of the whole text. */
  int sourceStart() {
    return starts[0];
  }

  /** One past the last source code unit of the whole text. */
  int sourceEnd() {
    return ends[ends.length - 1];
  }

  /** Where the characters [from, to) stand in the source, from the first to the last of them. */
  TextSpan sourceSpan(int from, int to) {
    return new TextSpan(starts[from], ends[to - 1]);
  }

  /** The characters [from, to) without white space around them. */
  MappedText slice(int from, int to) {
    while (from < to && isTrimmed(text.charAt(from))) {
      from++;
    }
    while (to > from && isTrimmed(text.charAt(to - 1))) {
      to--;
    }
    return new MappedText(
        text.substring(from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  /**
   * Index of the first character at or behind a place in the source, its length if there is none.
   */
  int indexAtSource(int sourceOffset) {
    int at = Arrays.binarySearch(starts, sourceOffset);
    return at >= 0 ? at : -at - 1;
  }

  /** The same text, its source moved to the right. */
  MappedText shifted(int by) {
    return new MappedText(
        text,
        Arrays.stream(starts).map(start -> start + by).toArray(),
        Arrays.stream(ends).map(end -> end + by).toArray());
  }

  private static boolean isTrimmed(char c) {
    return Characters.isSpace(c) || c == Characters.BYTE_ORDER_MARK;
  }

  /** Collects characters in reading order; not thread-safe. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    int length() {
      return text.length();
    }

    /** One past the last source code unit so far, 0 at the beginning. */
    int sourceEnd() {
      return text.isEmpty() ? 0 : ends[text.length() - 1];
    }

    /** Adds a character that stands at [start, end) of the source. */
    void append(char c, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, 2 * at);
        ends = Arrays.copyOf(ends, 2 * at);
      }
      text.append(c);
      starts[at] = start;
      ends[at] = end;
    }

    /** Adds one space unless the text is empty or ends in one. */
    void appendSpace(int from, int to) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        append(' ', from, to);
      }
    }

    /** What was collected, without white space around it; the builder is empty afterwards. */
    MappedText takeTrimmed() {
      MappedText all = new MappedText(text.toString(), starts, ends).slice(0, text.length());
      text.setLength(0);
      return all;
    }
  }
}
