package org.stance4j.encoder;

import java.util.Locale;

/** How the token vectors of a text become one vector. */
public enum Pooling {
  /** The mean over all tokens of the text. */
  MEAN,
  /** The vector of the first token, {@code [CLS]}. */
  CLS;

  /** The lower-case name used in recipes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The pooling of that label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Pooling of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
