package org.stance4j.explain;

import java.util.Comparator;
import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * Which words of a sentence pull a model towards which stance.
 *
 * @param text the sentence; where a model reads words that cannot be found in it again, the words
 *     as the model reads them
 * @param probabilities what the model says of the sentence between its neighbours
 * @param method how the pulls were found
 * @param words in reading order; the spans point into {@code text}
 * @param context pull of the neighbours together; {@link Pull#NONE} where there are none
 * @param bias what the model says of no words at all; {@link Pull#NONE} by occlusion
 * @param left number of words of a long sentence that were not looked at
 */
public record Explanation(
    String text,
    StanceProbabilities probabilities,
    ExplanationMethod method,
    List<WordPull> words,
    Pull context,
    Pull bias,
    int left) {
  /** Pulls below it are shown as 0.000, so they are not worth a mention. */
  private static final double LEAST = 0.0005;

  public Explanation {
    words = List.copyOf(words);
  }

  /**
   * The words that pull towards a stance, the strongest first; of equal ones, the first of the
   * sentence. None with a pull that rounds to 0.000.
   *
   * @param most how many at most
   */
  public List<WordPull> strongest(Stance stance, int most) {
    return words.stream()
        .filter(word -> word.pull().towards(stance) >= LEAST)
        .sorted(
            Comparator.comparingDouble((WordPull word) -> -word.pull().towards(stance))
                .thenComparingInt(word -> word.span().start()))
        .limit(most)
        .toList();
  }

  /** All pulls together: the score of each stance where they are exact. */
  public Pull sum() {
    return words.stream().map(WordPull::pull).reduce(context.plus(bias), Pull::plus);
  }
}
