package org.stance4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of one sentence.
 *
 * @param sentence the sentence
 * @param probabilities one per stance
 * @param set the stances that the sentence may have, where the model may abstain; {@code null}
 *     where it must answer
 */
public record Prediction(
    Sentence sentence, StanceProbabilities probabilities, @Nullable StanceSet set) {
  /** The answer of a model that may not abstain. */
  public Prediction(Sentence sentence, StanceProbabilities probabilities) {
    this(sentence, probabilities, null);
  }

  /** The most probable stance. */
  public Stance stance() {
    return probabilities.stance();
  }

  /**
   * The stance that the model answers with: the most probable one, or, where it may abstain, the
   * one of its set, and none where the set holds no stance or more than one.
   */
  public Optional<Stance> answer() {
    return set == null ? Optional.of(stance()) : set.single();
  }
}
