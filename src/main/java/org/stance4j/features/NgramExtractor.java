package org.stance4j.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.stance4j.Sentence;

/**
 * TF-IDF over word and character n-grams.
 *
 * <p>The weight of n-gram g in a sentence is (1 + ln tf) · (1 + ln((1 + N) / (1 + df))), scaled so
 * that words and characters each form a vector of length 1 (Salton and Buckley 1988, with the
 * smoothing that scikit-learn uses).
 *
 * @param settings which n-grams are counted
 */
public record NgramExtractor(NgramSettings settings) implements FeatureExtractor {
  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    Map<String, Integer> frequencies = new HashMap<>();
    NgramTokenizer tokenizer = new NgramTokenizer(settings);
    for (Sentence sentence : sentences) {
      for (String ngram : new HashSet<>(tokenizer.ngrams(sentence.text()))) {
        frequencies.merge(ngram, 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> kept = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : frequencies.entrySet()) {
      if (entry.getValue() >= settings.minDocuments()) {
        kept.add(entry);
      }
    }
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
          (float) (1 + Math.log((1.0 + sentences.size()) / (1.0 + entry.getValue())));
      vocabulary.add(entry.getKey());
    }
    return new FittedNgramExtractor(settings, vocabulary, weights);
  }
}
