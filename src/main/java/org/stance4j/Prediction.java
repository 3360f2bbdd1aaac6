package org.stance4j;

/**
 * What a model says of one sentence.
 *
 * @param sentence the sentence
 * @param probabilities one per stance
 */
public record Prediction(Sentence sentence, StanceProbabilities probabilities) {
  /** The most probable stance. */
  public Stance stance() {
    return probabilities.stance();
  }
}
