package org.stance4j.behaviour;

import java.util.List;

/**
 * How a model did in the tests of one capability.
 *
 * @param capability what was tested
 * @param outcomes one per test, in file order, at least one
 */
public record CapabilityResult(String capability, List<TestOutcome> outcomes) {
  public CapabilityResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Failures among all tests of the capability. */
  public FailureRate rate() {
    return FailureRate.of(outcomes);
  }

  /** The kinds of its tests, in declaration order. */
  public List<TestKind> kinds() {
    return outcomes.stream().map(outcome -> outcome.test().kind()).distinct().sorted().toList();
  }

  /** The tests that failed, in file order. */
  public List<TestOutcome> failures() {
    return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
  }
}
