package org.stance4j.report;

/**
 * How long a recipe took, as a clock told: another run gives other numbers.
 *
 * @param encodingSeconds until the features of all sentences were there for the first time; 0 for a
 *     recipe without an encoder, and little for one whose texts an earlier recipe had encoded
 * @param trainingSeconds one training with all embeddings at hand
 * @param sentencesPerSecond predicted, encoding included, with no embedding at hand; above 0
 */
public record RecipeTiming(
    double encodingSeconds, double trainingSeconds, double sentencesPerSecond) {
  public RecipeTiming {
    if (!(encodingSeconds >= 0) || !(trainingSeconds >= 0) || !(sentencesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "times must be at least 0 and the rate above 0, got "
              + encodingSeconds
              + ", "
              + trainingSeconds
              + " and "
              + sentencesPerSecond);
    }
  }
}
