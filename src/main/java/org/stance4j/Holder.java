package org.stance4j;

import java.util.Locale;

/** Who holds the stance of a sentence that takes a side. */
public enum Holder {
  /** The author of the text, or nobody in particular. */
  AUTHOR,
  /** Somebody else to whom the text attributes the view: a state, an expert, a quotation. */
  REPORTED;

  /** The lower-case name used in files: {@code author}, {@code reported}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
