package org.stance4j;

import java.util.Locale;

/** The part a stretch of text plays on its page. */
public enum SentenceKind {
  /** Running text of the article. */
  BODY,
  /** Headline, standfirst or section heading. */
  TITLE,
  /** Page furniture: menus, bylines, image credits, 'Continue Reading'. */
  FURNITURE;

  /** The lower-case name used in files: {@code body}, {@code title}, {@code furniture}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
