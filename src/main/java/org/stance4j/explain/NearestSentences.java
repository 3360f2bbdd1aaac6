package org.stance4j.explain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.classifier.Vectors;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.text.TextNormalizer;

/**
 * Finds the training sentences that are nearest to a sentence: k nearest neighbours by the cosine
 * of embeddings (Fix and Hodges 1951; as an explanation, Caruana et al. 1999).
 *
 * <p>Of rows with one text and label the first stands for all; a sentence itself, of the same
 * document and text, is none of its neighbours. Thread-safe; deterministic: of equally near
 * sentences, the first of the training data.
 */
public final class NearestSentences {
  private final List<Example> training;
  private final float[][] vectors;
  private final SentenceEncoder encoder;
  private final String encoderName;

  /** A training sentence and how near it is. */
  private record Ranked(int row, double similarity) {
    static final Comparator<Ranked> NEAREST_FIRST =
        Comparator.comparingDouble((Ranked one) -> -one.similarity).thenComparingInt(Ranked::row);
  }

  /**
   * Neighbours among these sentences, all of which are embedded at once.
   *
   * @param training what the model learnt from
   * @param trainingEncoder embeds them; may be closed afterwards
   * @param encoder gives the same vectors, for the sentences that are asked about; closed by its
   *     owner
   * @param encoderName tells readers what the embeddings are
   * @throws IllegalArgumentException if the two give different vectors
   */
  public NearestSentences(
      List<Example> training,
      SentenceEncoder trainingEncoder,
      SentenceEncoder encoder,
      String encoderName) {
    if (!trainingEncoder.fingerprint().equals(encoder.fingerprint())) {
      throw new IllegalArgumentException(
          "training sentences are embedded by "
              + trainingEncoder.fingerprint()
              + ", others by "
              + encoder.fingerprint()
              + "; no distance can be told");
    }
    this.training = different(training);
    this.encoder = encoder;
    this.encoderName = encoderName;
    this.vectors =
        trainingEncoder.encode(
            this.training.stream().map(example -> text(example.sentence())).toList());
    for (float[] vector : vectors) {
      scale(vector);
    }
  }

  private static List<Example> different(List<Example> examples) {
    Set<String> seen = new HashSet<>();
    return examples.stream()
        .filter(example -> seen.add(example.stance() + " " + text(example.sentence())))
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
   * @param sentences any number of them, embedded in one call
   * @param k how many neighbours at most, at least 1
   * @return one list for each sentence, the nearest first
   */
  public List<List<Neighbour>> of(List<Sentence> sentences, int k) {
    float[][] own =
        sentences.isEmpty()
            ? new float[0][]
            : encoder.encode(sentences.stream().map(NearestSentences::text).toList());
    return IntStream.range(0, own.length)
        .mapToObj(i -> nearest(sentences.get(i), scale(own[i]), k))
        .toList();
  }

  private List<Neighbour> nearest(Sentence sentence, float[] own, int k) {
    return IntStream.range(0, vectors.length)
        .filter(row -> !isSame(sentence, training.get(row).sentence()))
        .mapToObj(row -> new Ranked(row, cosine(own, vectors[row])))
        .sorted(Ranked.NEAREST_FIRST)
        .limit(k)
        .map(one -> new Neighbour(training.get(one.row), one.similarity))
        .toList();
  }

  private static boolean isSame(Sentence one, Sentence other) {
    return one.documentId().equals(other.documentId()) && text(one).equals(text(other));
  }

  private static String text(Sentence sentence) {
    return TextNormalizer.normalize(sentence.text());
  }

  /** To length 1, in place; a vector of zeros stays. */
  private static float[] scale(float[] vector) {
    double length = Math.sqrt(Vectors.dot(vector, vector, 0));
    for (int k = 0; length > 0 && k < vector.length; k++) {
      vector[k] /= (float) length;
    }
    return vector;
  }

  private static double cosine(float[] one, float[] other) {
    // rounding may carry it past 1
    return Math.max(-1, Math.min(1, Vectors.dot(one, other, 0)));
  }
}
