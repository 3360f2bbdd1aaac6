package org.stance4j.audit;

import java.util.Locale;

/** How grave a finding is, from the least to the most. */
public enum Level {
  /** For the reader to know: a figure without a judgement, or a check that could not be made. */
  NOTE("note"),
  /** Checked, and nothing to mend. */
  GOOD("good"),
  /** Worth a look before training. */
  WARN("WARN"),
  /** Figures from this data would mislead. */
  FAIL("FAIL");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word in front of a line for people: {@code note}, {@code good}, WARN, FAIL. */
  public String word() {
    return word;
  }

  /** The lower-case name used in files: {@code note}, {@code good}, {@code warn}, {@code fail}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
