package org.stance4j.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.stance4j.Sentence;
import org.stance4j.text.TextNormalizer;

/**
 * TF-IDF over word and character n-grams.
 *
 * <p>The weight of n-gram g in a sentence is (1 + ln tf) · (1 + ln((1 + N) / (1 + df))), scaled so
 * that words and characters each form a vector of length 1 (Salton and Buckley 1988, with the
 * smoothing that scikit-learn uses). N and df are counted on the training sentences themselves, not
 * on their neighbours.
 *
 * <p>With V n-grams a vector has V numbers for the sentence, then, each only where the settings ask
 * for it: V for the previous sentence times {@code previousWeight}, V for the next one times {@code
 * nextWeight} (all zero where there is no neighbour), and V for each target of the training
 * sentences in the order of their names, where the sentence's numbers stand once more in the place
 * of its own target (feature augmentation, Daumé III 2007: what holds for all targets is learnt on
 * the shared copy). A sentence of another target or of none has the shared numbers only.
 *
 * @param settings which n-grams are counted, and where
 */
public record NgramExtractor(NgramSettings settings) implements FeatureExtractor {
  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if each target is to have n-grams of its own and no sentence
   *     names a target
   */
  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    DocumentFrequencies frequencies = new DocumentFrequencies(new NgramTokenizer(settings));
    for (Sentence sentence : sentences) {
      frequencies.add(sentence.text());
    }
    List<Map.Entry<String, Integer>> kept =
        new ArrayList<>(frequencies.atLeast(settings.minDocuments()).entrySet());
    kept.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<Map.Entry<String, Integer>> best =
        kept.subList(0, Math.min(kept.size(), settings.maxFeatures()));
    Collections.sort(best, Map.Entry.comparingByKey());
    List<String> vocabulary = new ArrayList<>();
    float[] weights = new float[best.size()];
    for (Map.Entry<String, Integer> entry : best) {
      weights[vocabulary.size()] =
          (float) (1 + Math.log((1.0 + frequencies.sentences()) / (1.0 + entry.getValue())));
      vocabulary.add(entry.getKey());
    }
    return new FittedNgramExtractor(settings, vocabulary, weights, targets(sentences));
  }

  private List<String> targets(List<Sentence> sentences) {
    if (!settings.targetCopies()) {
      return List.of();
    }
    List<String> targets =
        sentences.stream()
            .map(sentence -> TextNormalizer.normalize(sentence.target()))
            .filter(target -> !target.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          "targetCopies is on, but none of the "
              + sentences.size()
              + " training sentences names a target; switch it off or name the targets in the data");
    }
    return targets;
  }
}
