package org.stance4j.features;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stance4j.tensor.TensorBundle;

/**
 * Which n-grams are counted, and where.
 *
 * @param wordMax longest word n-gram, 1 to 5; all lengths from 1 are counted
 * @param charMin shortest character n-gram, 1 to {@code charMax}; of no account if {@code charMax}
 *     is 0
 * @param charMax longest character n-gram, up to 8; 0 switches characters off
 * @param minDocuments n-grams in fewer training sentences are dropped, at least 1
 * @param maxFeatures at most so many n-grams are kept, the most frequent ones, at least 1
 * @param previousWeight factor of the n-grams of the sentence before, 0 to 100; 0 leaves them out
 * @param nextWeight factor of the n-grams of the sentence after, 0 to 100; 0 leaves them out
 * @param targetCopies whether each target gets n-grams of its own beside those that all share
 */
public record NgramSettings(
    int wordMax,
    int charMin,
    int charMax,
    int minDocuments,
    int maxFeatures,
    double previousWeight,
    double nextWeight,
    boolean targetCopies) {
  /** Names of the settings in a state. */
  static final Set<String> KEYS =
      Set.of(
          "wordMax",
          "charMin",
          "charMax",
          "minDocuments",
          "maxFeatures",
          "previousWeight",
          "nextWeight",
          "targetCopies");

  public NgramSettings {
    check("wordMax", wordMax, 1, 5);
    check("charMax", charMax, 0, 8);
    check("charMin", charMin, 1, Math.max(1, charMax));
    check("minDocuments", minDocuments, 1, Integer.MAX_VALUE);
    check("maxFeatures", maxFeatures, 1, Integer.MAX_VALUE);
    previousWeight = Weights.check("previousWeight", previousWeight);
    nextWeight = Weights.check("nextWeight", nextWeight);
  }

  /** The n-grams of the sentence alone. */
  public NgramSettings(int wordMax, int charMin, int charMax, int minDocuments, int maxFeatures) {
    this(wordMax, charMin, charMax, minDocuments, maxFeatures, 0, 0, false);
  }

  /** These settings with other factors of the neighbours. */
  public NgramSettings withContext(double previous, double next) {
    return new NgramSettings(
        wordMax, charMin, charMax, minDocuments, maxFeatures, previous, next, targetCopies);
  }

  /** These settings with or without n-grams of each target's own. */
  public NgramSettings withTargetCopies(boolean copies) {
    return new NgramSettings(
        wordMax, charMin, charMax, minDocuments, maxFeatures, previousWeight, nextWeight, copies);
  }

  /** The settings as text. What is off is left out, which is the form of earlier versions. */
  Map<String, String> text() {
    Map<String, String> text = new TreeMap<>();
    text.put("wordMax", String.valueOf(wordMax));
    text.put("charMin", String.valueOf(charMin));
    text.put("charMax", String.valueOf(charMax));
    text.put("minDocuments", String.valueOf(minDocuments));
    text.put("maxFeatures", String.valueOf(maxFeatures));
    if (previousWeight > 0) {
      text.put("previousWeight", String.valueOf(previousWeight));
    }
    if (nextWeight > 0) {
      text.put("nextWeight", String.valueOf(nextWeight));
    }
    if (targetCopies) {
      text.put("targetCopies", "true");
    }
    return text;
  }

  /** The settings in a state. */
  static NgramSettings of(TensorBundle state) {
    return new NgramSettings(
        Integer.parseInt(state.setting("wordMax")),
        Integer.parseInt(state.setting("charMin")),
        Integer.parseInt(state.setting("charMax")),
        Integer.parseInt(state.setting("minDocuments")),
        Integer.parseInt(state.setting("maxFeatures")),
        StateText.number(state, "previousWeight", 0),
        StateText.number(state, "nextWeight", 0),
        StateText.flag(state, "targetCopies", false));
  }

  private static void check(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "], got " + value);
    }
  }
}
