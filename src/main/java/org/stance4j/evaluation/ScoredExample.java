package org.stance4j.evaluation;

import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * A labelled sentence and what a model said of it.
 *
 * @param example the sentence with its gold stance and group
 * @param probabilities the model's distribution
 */
public record ScoredExample(Example example, StanceProbabilities probabilities) {
  /** The gold stance. */
  public Stance gold() {
    return example.stance();
  }

  /** The most probable stance. */
  public Stance predicted() {
    return probabilities.stance();
  }

  /** Whether the most probable stance is the gold one. */
  public boolean correct() {
    return predicted() == gold();
  }
}
