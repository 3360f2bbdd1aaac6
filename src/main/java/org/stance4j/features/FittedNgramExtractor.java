package org.stance4j.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** A vocabulary with inverse document frequencies. */
final class FittedNgramExtractor implements FittedFeatureExtractor {
  /** Value of the setting {@code type} in {@link #state()}. */
  static final String TYPE = "ngrams";

  private final NgramSettings settings;
  private final NgramTokenizer tokenizer;
  private final List<String> vocabulary;
  private final float[] weights;
  private final Map<String, Integer> indices;
  private final int words;

  FittedNgramExtractor(NgramSettings settings, List<String> vocabulary, float[] weights) {
    if (vocabulary.size() != weights.length) {
      throw new TensorFormatException(
          vocabulary.size() + " n-grams but " + weights.length + " weights");
    }
    for (int i = 1; i < vocabulary.size(); i++) {
      if (vocabulary.get(i - 1).compareTo(vocabulary.get(i)) >= 0) {
        throw new TensorFormatException(
            "n-gram '" + vocabulary.get(i) + "' at place " + i + " is out of order or twice there");
      }
    }
    this.settings = settings;
    this.tokenizer = new NgramTokenizer(settings);
    this.vocabulary = List.copyOf(vocabulary);
    this.weights = weights.clone();
    this.indices = new HashMap<>(vocabulary.size() * 2);
    for (String ngram : vocabulary) {
      indices.put(ngram, indices.size());
    }
    this.words = (int) vocabulary.stream().filter(ngram -> ngram.startsWith("w:")).count();
  }

  static FittedNgramExtractor restore(TensorBundle state) {
    NgramSettings settings =
        new NgramSettings(
            Integer.parseInt(state.setting("wordMax")),
            Integer.parseInt(state.setting("charMin")),
            Integer.parseInt(state.setting("charMax")),
            Integer.parseInt(state.setting("minDocuments")),
            Integer.parseInt(state.setting("maxFeatures")));
    String text = state.tensor("vocabulary").text();
    List<String> vocabulary = text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
    return new FittedNgramExtractor(settings, vocabulary, state.floats("idf", -1));
  }

  @Override
  public int dimension() {
    return weights.length;
  }

  @Override
  public List<FeatureVector> extract(List<Sentence> sentences) {
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      vectors.add(extract(sentence.text()));
    }
    return vectors;
  }

  private SparseVector extract(String text) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (String ngram : tokenizer.ngrams(text)) {
      Integer index = indices.get(ngram);
      if (index != null) {
        counts.merge(index, 1, Integer::sum);
      }
    }
    int[] places = new int[counts.size()];
    float[] values = new float[counts.size()];
    // Character n-grams ("c:…") sort before word n-grams ("w:…"); each part gets length 1.
    int firstWord = weights.length - words;
    double[] squares = new double[2];
    int i = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      places[i] = entry.getKey();
      values[i] = (float) ((1 + Math.log(entry.getValue())) * weights[entry.getKey()]);
      squares[places[i] >= firstWord ? 1 : 0] += (double) values[i] * values[i];
      i++;
    }
    for (int k = 0; k < places.length; k++) {
      values[k] /= (float) Math.sqrt(squares[places[k] >= firstWord ? 1 : 0]);
    }
    return new SparseVector(weights.length, places, values);
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of(
            "type", TYPE,
            "wordMax", String.valueOf(settings.wordMax()),
            "charMin", String.valueOf(settings.charMin()),
            "charMax", String.valueOf(settings.charMax()),
            "minDocuments", String.valueOf(settings.minDocuments()),
            "maxFeatures", String.valueOf(settings.maxFeatures())),
        Map.of(
            "vocabulary", Tensor.ofText(String.join("\n", vocabulary)),
            "idf", Tensor.ofFloats(weights, weights.length)));
  }
}
