package org.stance4j.behaviour;

import java.util.Locale;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/** What a test demands of a model's answers. */
public sealed interface Expectation {
  /** The kind of test that demands it. */
  TestKind kind();

  /**
   * Whether the answers are as demanded.
   *
   * @param text answer on the sentence
   * @param edit answer on its edit; the same as {@code text} for a test that has none
   */
  boolean holds(StanceProbabilities text, StanceProbabilities edit);

  /** The demand in a few words, such as {@code anti} or {@code P(pro) must not rise}. */
  String words();

  /** What the model did, in a few words, such as {@code neutral} or {@code P(pro) +0.213}. */
  String outcome(StanceProbabilities text, StanceProbabilities edit);

  /**
   * The sentence has this stance.
   *
   * @param stance the expected one
   */
  record Label(Stance stance) implements Expectation {
    @Override
    public TestKind kind() {
      return TestKind.MFT;
    }

    @Override
    public boolean holds(StanceProbabilities text, StanceProbabilities edit) {
      return text.stance() == stance;
    }

    @Override
    public String words() {
      return stance.label();
    }

    @Override
    public String outcome(StanceProbabilities text, StanceProbabilities edit) {
      return text.stance().label();
    }
  }

  /** Both sentences get the same stance. */
  record SameLabel() implements Expectation {
    @Override
    public TestKind kind() {
      return TestKind.INV;
    }

    @Override
    public boolean holds(StanceProbabilities text, StanceProbabilities edit) {
      return text.stance() == edit.stance();
    }

    @Override
    public String words() {
      return "the same stance";
    }

    @Override
    public String outcome(StanceProbabilities text, StanceProbabilities edit) {
      return stances(text, edit);
    }
  }

  /** The sentences get different stances. */
  record OtherLabel() implements Expectation {
    @Override
    public TestKind kind() {
      return TestKind.DIR;
    }

    @Override
    public boolean holds(StanceProbabilities text, StanceProbabilities edit) {
      return text.stance() != edit.stance();
    }

    @Override
    public String words() {
      return "another stance";
    }

    @Override
    public String outcome(StanceProbabilities text, StanceProbabilities edit) {
      return stances(text, edit);
    }
  }

  /**
   * A stance's probability is at most that of the sentence, or at least that, give or take a
   * tolerance.
   *
   * @param stance whose probability is watched
   * @param direction where it must not go
   * @param tolerance how far it may go there all the same, in [0, 1]
   */
  record Limit(Stance stance, Direction direction, double tolerance) implements Expectation {
    public Limit {
      if (!(tolerance >= 0 && tolerance <= 1)) {
        throw new IllegalArgumentException("tolerance must be in [0, 1], got " + tolerance);
      }
    }

    @Override
    public TestKind kind() {
      return TestKind.DIR;
    }

    @Override
    public boolean holds(StanceProbabilities text, StanceProbabilities edit) {
      double change = edit.of(stance) - text.of(stance);
      return (direction == Direction.UP ? change : -change) <= tolerance;
    }

    @Override
    public String words() {
      return String.format(
          Locale.ROOT,
          "P(%s) must not %s by more than %.2f",
          stance.label(),
          direction == Direction.UP ? "rise" : "fall",
          tolerance);
    }

    @Override
    public String outcome(StanceProbabilities text, StanceProbabilities edit) {
      return String.format(
          Locale.ROOT, "P(%s) %.3f, then %.3f", stance.label(), text.of(stance), edit.of(stance));
    }
  }

  /** Where a probability must not go. */
  enum Direction {
    /** Above what it was. */
    UP,
    /** Below what it was. */
    DOWN
  }

  private static String stances(StanceProbabilities text, StanceProbabilities edit) {
    return text.stance().label() + ", then " + edit.stance().label();
  }
}
