package org.stance4j.encoder;

/**
 * Where the tokens of a text stand among those of what is read at once.
 *
 * @param start its first token
 * @param end behind its last token; above {@code start}
 */
public record TokenSpan(int start, int end) {
  public TokenSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no tokens from " + start + " to before " + end);
    }
  }

  /** Number of tokens. */
  public int length() {
    return end - start;
  }
}
