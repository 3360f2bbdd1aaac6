package org.stance4j.behaviour;

import java.util.Collection;
import org.stance4j.evaluation.WilsonInterval;

/**
 * How many of some tests failed.
 *
 * @param tests number of tests, at least 1
 * @param failures how many of them failed
 */
public record FailureRate(int tests, int failures) {
  public FailureRate {
    if (tests < 1 || failures < 0 || failures > tests) {
      throw new IllegalArgumentException(
          "a failure rate needs a test and at most as many failures, got "
              + failures
              + " of "
              + tests);
    }
  }

  /** Counts outcomes, of which there must be one. */
  static FailureRate of(Collection<TestOutcome> outcomes) {
    return new FailureRate(
        outcomes.size(), (int) outcomes.stream().filter(outcome -> !outcome.passed()).count());
  }

  /** Failures by tests, in [0, 1]. */
  public double rate() {
    return (double) failures / tests;
  }

  /**
   * The 95 % interval of the rate, as if the tests were drawn at random from all that could be
   * written of the same capability; they were not, so it tells how little few tests show, and no
   * more.
   */
  public WilsonInterval interval() {
    return WilsonInterval.of(failures, tests);
  }
}
