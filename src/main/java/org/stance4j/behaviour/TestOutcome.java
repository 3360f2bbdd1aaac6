package org.stance4j.behaviour;

import org.stance4j.StanceProbabilities;

/**
 * What a model said in one test.
 *
 * @param test the test
 * @param text answer on the sentence
 * @param edit answer on its edit; the same as {@code text} for a test that has none
 */
public record TestOutcome(BehaviourTest test, StanceProbabilities text, StanceProbabilities edit) {
  /** Whether the model did what the test demands. */
  public boolean passed() {
    return test.expectation().holds(text, edit);
  }

  /** What the model did, in a few words. */
  public String words() {
    return test.expectation().outcome(text, edit);
  }
}
