package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.TensorBundle;

/** How the answers of several models become one. Immutable and thread-safe. */
sealed interface Combiner permits SoftVote, Stacking {
  /** Number of models whose answers it takes. */
  int members();

  /** One distribution from one of each member, in the order of the members. */
  StanceProbabilities combine(List<StanceProbabilities> answers);

  /** What was learnt, enough to restore it. */
  TensorBundle state();

  /**
   * Combines for many sentences.
   *
   * @param answers [members][sentences]
   * @return one distribution per sentence
   */
  default List<StanceProbabilities> combineAll(List<List<StanceProbabilities>> answers) {
    List<StanceProbabilities> combined = new ArrayList<>();
    for (int i = 0; i < answers.get(0).size(); i++) {
      int row = i;
      combined.add(combine(answers.stream().map(member -> member.get(row)).toList()));
    }
    return combined;
  }
}
