package org.stance4j.features;

/**
 * Which n-grams are counted.
 *
 * @param wordMax longest word n-gram, 1 to 5; all lengths from 1 are counted
 * @param charMin shortest character n-gram, 1 to {@code charMax}; of no account if {@code charMax}
 *     is 0
 * @param charMax longest character n-gram, up to 8; 0 switches characters off
 * @param minDocuments n-grams in fewer training sentences are dropped, at least 1
 * @param maxFeatures at most so many n-grams are kept, the most frequent ones, at least 1
 */
public record NgramSettings(
    int wordMax, int charMin, int charMax, int minDocuments, int maxFeatures) {
  public NgramSettings {
    check("wordMax", wordMax, 1, 5);
    check("charMax", charMax, 0, 8);
    check("charMin", charMin, 1, Math.max(1, charMax));
    check("minDocuments", minDocuments, 1, Integer.MAX_VALUE);
    check("maxFeatures", maxFeatures, 1, Integer.MAX_VALUE);
  }

  private static void check(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "], got " + value);
    }
  }
}
