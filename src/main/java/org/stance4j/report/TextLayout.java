package org.stance4j.report;

/**
 * How text for people is laid out.
 *
 * @param colour whether to use terminal escape sequences
 * @param width columns after which lines are wrapped, 0 for never
 */
public record TextLayout(boolean colour, int width) {
  /** For files and pipes: no colour, one line per sentence. */
  public static final TextLayout PLAIN = new TextLayout(false, 0);

  public TextLayout {
    if (width < 0) {
      throw new IllegalArgumentException("width must be at least 0, got " + width);
    }
  }
}
