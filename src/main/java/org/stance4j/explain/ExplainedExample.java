package org.stance4j.explain;

import java.util.List;
import org.stance4j.Stance;
import org.stance4j.evaluation.ScoredExample;

/**
 * A labelled sentence, what a model said of it, and what may have led it there.
 *
 * @param scored the sentence, its gold stance and the model's probabilities
 * @param explanation the words that pull
 * @param neighbours the nearest training sentences, the nearest first; empty where none were looked
 *     for
 */
public record ExplainedExample(
    ScoredExample scored, Explanation explanation, List<Neighbour> neighbours) {
  public ExplainedExample {
    neighbours = List.copyOf(neighbours);
  }

  /** How many of the neighbours have that label. */
  public int labelled(Stance stance) {
    return (int) neighbours.stream().filter(one -> one.example().stance() == stance).count();
  }
}
