package org.stance4j.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;
import org.stance4j.features.SparseVector;
import org.stance4j.text.TextNormalizer;

/**
 * Finds the training sentences that are nearest to a sentence: k nearest neighbours by the cosine
 * of embeddings (Fix and Hodges 1951; as an explanation, Caruana et al. 1999).
 *
 * <p>Embedding all of the training data takes most of a minute, so that only the {@link
 * #CANDIDATES} nearest by TF-IDF of words are embedded and ranked. A neighbour that shares no
 * telling word with the sentence may so be missed. Of rows with one text and label the first stands
 * for all; a sentence itself, of the same document and text, is none of its neighbours.
 *
 * <p>Thread-safe; deterministic: of equally near sentences, the first of the training data.
 */
public final class NearestSentences {
  /** Sentences that share words, of which the nearest by embedding are found. */
  public static final int CANDIDATES = 100;

  private final List<Example> training;
  private final SentenceEncoder encoder;
  private final String encoderName;
  private final int candidates;
  private final FittedFeatureExtractor words;
  private final Map<Integer, List<Posting>> postings = new HashMap<>();

  /** A training sentence that holds a word, and the word's weight in it. */
  private record Posting(int row, float weight) {}

  /** A training sentence and how near it is. */
  private record Ranked(int row, double similarity) {
    static final Comparator<Ranked> NEAREST_FIRST =
        Comparator.comparingDouble((Ranked one) -> -one.similarity).thenComparingInt(Ranked::row);
  }

  /**
   * Neighbours among these sentences, of {@link #CANDIDATES} candidates.
   *
   * @param training what the model learnt from
   * @param encoder makes the embeddings; closed by its owner
   * @param encoderName tells readers what the embeddings are
   */
  public NearestSentences(List<Example> training, SentenceEncoder encoder, String encoderName) {
    this(training, encoder, encoderName, CANDIDATES);
  }

  /**
   * The same with another number of candidates.
   *
   * @param candidates at least 1
   */
  public NearestSentences(
      List<Example> training, SentenceEncoder encoder, String encoderName, int candidates) {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates must be at least 1, got " + candidates);
    }
    this.training = different(training);
    this.encoder = encoder;
    this.encoderName = encoderName;
    this.candidates = candidates;
    List<Sentence> sentences = this.training.stream().map(Example::sentence).toList();
    this.words =
        new NgramExtractor(new NgramSettings(1, 1, 0, 1, Integer.MAX_VALUE)).fit(sentences);
    List<FeatureVector> vectors = words.extract(sentences);
    for (int row = 0; row < vectors.size(); row++) {
      SparseVector vector = (SparseVector) vectors.get(row);
      for (int place = 0; place < vector.size(); place++) {
        postings
            .computeIfAbsent(vector.index(place), word -> new ArrayList<>())
            .add(new Posting(row, vector.value(place)));
      }
    }
  }

  private static List<Example> different(List<Example> examples) {
    Set<String> seen = new HashSet<>();
    return examples.stream()
        .filter(
            example ->
                seen.add(
                    example.stance() + " " + TextNormalizer.normalize(example.sentence().text())))
        .toList();
  }

  /** What the embeddings are. */
  public String encoderName() {
    return encoderName;
  }

  /** Number of different training sentences. */
  public int size() {
    return training.size();
  }

  /**
   * The nearest training sentences.
   *
   * @param sentences any number of them; all candidates are embedded in one call
   * @param k how many neighbours at most, at least 1
   * @return one list for each sentence, the nearest first
   */
  public List<List<Neighbour>> of(List<Sentence> sentences, int k) {
    List<int[]> chosen = new ArrayList<>();
    Map<String, float[]> vectors = new LinkedHashMap<>();
    List<FeatureVector> queries = words.extract(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      vectors.put(text(sentences.get(i)), new float[0]);
      int[] rows = candidates(sentences.get(i), (SparseVector) queries.get(i));
      for (int row : rows) {
        vectors.put(text(training.get(row).sentence()), new float[0]);
      }
      chosen.add(rows);
    }
    List<String> texts = List.copyOf(vectors.keySet());
    float[][] encoded = texts.isEmpty() ? new float[0][] : encoder.encode(texts);
    for (int i = 0; i < encoded.length; i++) {
      vectors.put(texts.get(i), encoded[i]);
    }
    List<List<Neighbour>> nearest = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      nearest.add(nearest(sentences.get(i), chosen.get(i), vectors, k));
    }
    return nearest;
  }

  /** Rows of the training sentences with the largest cosine of TF-IDF vectors. */
  private int[] candidates(Sentence sentence, SparseVector query) {
    double[] similarities = new double[training.size()];
    for (int place = 0; place < query.size(); place++) {
      for (Posting posting : postings.getOrDefault(query.index(place), List.of())) {
        similarities[posting.row] += (double) query.value(place) * posting.weight;
      }
    }
    return IntStream.range(0, similarities.length)
        .filter(row -> !isSame(sentence, training.get(row).sentence()))
        .mapToObj(row -> new Ranked(row, similarities[row]))
        .sorted(Ranked.NEAREST_FIRST)
        .limit(candidates)
        .mapToInt(Ranked::row)
        .toArray();
  }

  private static boolean isSame(Sentence one, Sentence other) {
    return one.documentId().equals(other.documentId()) && text(one).equals(text(other));
  }

  private List<Neighbour> nearest(
      Sentence sentence, int[] rows, Map<String, float[]> vectors, int k) {
    float[] own = vectors.getOrDefault(text(sentence), new float[0]);
    return IntStream.of(rows)
        .mapToObj(
            row -> {
              String other = text(training.get(row).sentence());
              return new Ranked(row, cosine(own, vectors.getOrDefault(other, new float[0])));
            })
        .sorted(Ranked.NEAREST_FIRST)
        .limit(k)
        .map(one -> new Neighbour(training.get(one.row), one.similarity))
        .toList();
  }

  private static String text(Sentence sentence) {
    return TextNormalizer.normalize(sentence.text());
  }

  /** 0 where a vector is all zeros. */
  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int k = 0; k < one.length; k++) {
      product += (double) one[k] * other[k];
      squares += (double) one[k] * one[k];
      otherSquares += (double) other[k] * other[k];
    }
    double lengths = Math.sqrt(squares) * Math.sqrt(otherSquares);
    // rounding may carry it past 1
    return lengths == 0 ? 0 : Math.max(-1, Math.min(1, product / lengths));
  }
}
