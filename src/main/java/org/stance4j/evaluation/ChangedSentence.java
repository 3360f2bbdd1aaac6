package org.stance4j.evaluation;

import java.util.Locale;
import org.stance4j.Example;
import org.stance4j.StanceProbabilities;

/**
 * A sentence to which two models give different stances.
 *
 * @param example the sentence and its gold stance
 * @param first name of the first model
 * @param before the first model's probabilities
 * @param second name of the other model
 * @param after the other model's probabilities
 */
public record ChangedSentence(
    Example example,
    String first,
    StanceProbabilities before,
    String second,
    StanceProbabilities after) {
  public ChangedSentence {
    if (before.stance() == after.stance()) {
      throw new IllegalArgumentException(
          "sentence '" + example.id() + "' has not changed: both say " + after.stance().label());
    }
  }

  /** What the change is worth. */
  public enum Kind {
    /** Wrong before, right after. */
    FIXED("Fixed: wrong before, right after"),
    /** Right before, wrong after. */
    BROKEN("Broken: right before, wrong after"),
    /** Wrong before, wrong in another way after. */
    STILL_WRONG("Changed, but still wrong");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** The kind in words, for a heading. */
    public String title() {
      return title;
    }

    /** The kind in a word or two: {@code fixed}, {@code broken}, {@code still wrong}. */
    public String word() {
      return label().replace('-', ' ');
    }

    /** The name used in files: {@code fixed}, {@code broken}, {@code still-wrong}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What the change is worth. */
  public Kind kind() {
    if (after.stance() == example.stance()) {
      return Kind.FIXED;
    }
    return before.stance() == example.stance() ? Kind.BROKEN : Kind.STILL_WRONG;
  }
}
