package org.stance4j.tuning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stance4j.recipe.Recipe;

/**
 * One candidate on one share of the data of one search.
 *
 * @param scope the search: {@value #FINAL}, or {@code outer-1} and so on
 * @param rung from 0; {@value #OUTER_TEST} for the winner of an outer search on its test fold
 * @param candidate what was tried
 * @param share of the search's groups, in (0, 1]
 * @param rows sentences of that share
 * @param score cross-validated on that share, rounded to six decimals; {@code null} unless {@link
 *     Status#OK}
 * @param millis wall-clock time since the trial before
 * @param status how it ended
 * @param message why it has no score, in one line; else empty
 */
record Trial(
    String scope,
    int rung,
    Candidate candidate,
    double share,
    int rows,
    @Nullable Double score,
    long millis,
    Status status,
    String message) {
  /** Scope of the search that chooses the recipe. */
  static final String FINAL = "final";

  /** Rung of the winner of an outer search on the fold that its search never saw. */
  static final int OUTER_TEST = -1;

  private static final double DECIMALS = 1e6;

  /** How a trial ended. */
  enum Status {
    /** It has a score. */
    OK,
    /** It could not be trained. */
    FAILED,
    /** There was no time for it. */
    SKIPPED;

    /** The name in files. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Trial {
    if ((score != null) != (status == Status.OK)) {
      throw new IllegalArgumentException(
          "a trial has a score if it is ok, got " + score + " and " + status);
    }
    message = message.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Scope of an outer search, numbered from 1. */
  static String outer(int number) {
    return "outer-" + number;
  }

  /** A score as logs hold it. */
  static double rounded(double score) {
    return Math.rint(score * DECIMALS) / DECIMALS;
  }

  /** The name of a rung in files. */
  static String label(int rung) {
    return rung == OUTER_TEST ? "test" : String.valueOf(rung);
  }

  /** The recipe that was tried. */
  Recipe recipe() {
    return candidate.recipe();
  }

  /** The score of a trial that has one. */
  double value() {
    if (score == null) {
      throw new IllegalStateException("trial " + candidate.number() + " has no score");
    }
    return score;
  }

  /** Whether it has a score. */
  boolean ok() {
    return status == Status.OK;
  }
}
