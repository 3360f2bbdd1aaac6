package org.stance4j.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.TextSpan;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.LinearScores;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.features.NgramReader;
import org.stance4j.features.NgramVector;

/**
 * The exact parts that words have in the scores of a linear model of n-grams.
 *
 * <p>An n-gram adds its number times its weight to a stance's score. The words that it is made of
 * get equal parts of that, those of all its occurrences alike; n-grams of neighbours go to the
 * context. What a model without a word would say is another question: its n-grams are scaled to
 * length 1, so that the rest would weigh more. See {@link ExplanationMethod#EXACT_WEIGHTS}.
 */
@SuppressWarnings("EnumOrdinal") // arrays are in the declaration order of Stance
public final class LinearNgrams implements Explainer {
  /** Largest distance between the sum of the parts and the score, for each unit of the score. */
  private static final double TOLERANCE = 1e-6;

  private final FittedFeatureExtractor extractor;
  private final Classifier classifier;
  private final NgramReader reader;
  private final LinearScores scores;

  private LinearNgrams(
      FittedFeatureExtractor extractor,
      Classifier classifier,
      NgramReader reader,
      LinearScores scores) {
    this.extractor = extractor;
    this.classifier = classifier;
    this.reader = reader;
    this.scores = scores;
  }

  /** Explains a model of these parts; empty where it is not a linear one of n-grams alone. */
  public static Optional<Explainer> of(FittedFeatureExtractor extractor, Classifier classifier) {
    return extractor
        .ngrams()
        .flatMap(
            reader ->
                classifier
                    .linear()
                    .map(scores -> new LinearNgrams(extractor, classifier, reader, scores)));
  }

  @Override
  public ExplanationMethod method() {
    return ExplanationMethod.EXACT_WEIGHTS;
  }

  @Override
  public List<Explanation> explain(List<Sentence> sentences) {
    List<FeatureVector> vectors = extractor.extract(sentences);
    List<Explanation> explanations = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      explanations.add(explain(sentences.get(i), vectors.get(i)));
    }
    return explanations;
  }

  private Explanation explain(Sentence sentence, FeatureVector vector) {
    NgramVector read = reader.read(sentence);
    double[][] parts = new double[read.words().size()][Stance.COUNT];
    double[] context = new double[Stance.COUNT];
    double[] bias = new double[Stance.COUNT];
    for (Stance stance : Stance.values()) {
      int k = stance.ordinal();
      bias[k] = scores.bias(stance);
      for (NgramVector.Value value : read.values()) {
        double part = (double) value.value() * scores.weight(stance, value.index());
        if (value.words().isEmpty()) {
          context[k] += part;
        }
        for (int word : value.words()) {
          parts[word][k] += part / value.words().size();
        }
      }
    }
    Explanation explanation =
        explanation(sentence, vector, read.words(), parts, Pull.of(context), Pull.of(bias));
    check(explanation.sum(), scores.of(vector));
    return explanation;
  }

  private Explanation explanation(
      Sentence sentence,
      FeatureVector vector,
      List<String> words,
      double[][] parts,
      Pull context,
      Pull bias) {
    Optional<List<TextSpan>> found = SentenceWords.find(words, sentence.text());
    String text = found.isPresent() ? sentence.text() : String.join(" ", words);
    List<TextSpan> spans = found.orElseGet(() -> joined(words));
    List<WordPull> pulls = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      pulls.add(
          new WordPull(SentenceWords.cut(text, spans.get(i)), spans.get(i), Pull.of(parts[i])));
    }
    return new Explanation(
        text, classifier.predict(vector), ExplanationMethod.EXACT_WEIGHTS, pulls, context, bias, 0);
  }

  /** Places of words with one blank between them. */
  private static List<TextSpan> joined(List<String> words) {
    List<TextSpan> spans = new ArrayList<>();
    int start = 0;
    for (String word : words) {
      spans.add(new TextSpan(start, start + word.length()));
      start += word.length() + 1;
    }
    return spans;
  }

  private static void check(Pull sum, double[] score) {
    for (Stance stance : Stance.values()) {
      double expected = score[stance.ordinal()];
      double got = sum.towards(stance);
      if (!(Math.abs(got - expected) <= TOLERANCE * (1 + Math.abs(expected)))) {
        throw new IllegalStateException(
            "the parts of the words sum to " + sum + ", the scores are " + Arrays.toString(score));
      }
    }
  }
}
