package org.stance4j;

import java.util.Locale;

/**
 * What a sentence tells a reader about whether the target should be supported.
 *
 * <p>The declaration order is the label order of every probability vector, confusion matrix and
 * model file.
 */
public enum Stance {
  /** For the target: a benefit, a need, a welcome, a rebuttal of an objection. */
  PRO,
  /** Against the target: a risk, a cost, an objection, a call to do something else instead. */
  ANTI,
  /** Takes no side on the target. */
  NEUTRAL;

  /** Number of stances: the length of a probability vector. */
  public static final int COUNT = values().length;

  /**
   * The lower-case name used in files and on the command line: {@code pro}, {@code anti}, {@code
   * neutral}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
