package org.stance4j.corpus;

import org.stance4j.Example;

/**
 * A sentence and a minimal edit of it (contrast set, Gardner et al., 2020, Evaluating Models' Local
 * Decision Boundaries via Contrast Sets).
 *
 * @param original the sentence as it stands in the dataset
 * @param edited the edit, in the original's document, context, group and split
 */
public record ContrastPair(Example original, Example edited) {
  /** Whether the edit changes the label; otherwise it must not. */
  public boolean flips() {
    return original.stance() != edited.stance();
  }
}
