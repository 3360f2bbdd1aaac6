package org.stance4j.explain;

import org.stance4j.TextSpan;

/**
 * A word that two models weigh differently.
 *
 * @param word as it stands in the sentence
 * @param span place in the sentence's text
 * @param before its pull towards the gold stance in the first model, by occlusion, in [−1, 1]
 * @param after the same in the other model
 */
public record MovedWord(String word, TextSpan span, double before, double after) {
  /** How far the pull moved, in [−2, 2]. */
  public double moved() {
    return after - before;
  }
}
