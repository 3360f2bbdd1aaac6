package org.stance4j.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.explain.Explanation;
import org.stance4j.explain.Neighbour;

/**
 * What a model says of one sentence, and why.
 *
 * @param model name of the model
 * @param sentence the sentence in its context
 * @param explanation the words that pull
 * @param source what the neighbours are; {@code null} where none were looked for
 * @param neighbours the nearest training sentences, the nearest first
 */
public record SentenceExplanation(
    String model,
    Sentence sentence,
    Explanation explanation,
    ErrorAnalysis.@Nullable NeighbourSource source,
    List<Neighbour> neighbours) {
  public SentenceExplanation {
    neighbours = List.copyOf(neighbours);
  }
}
