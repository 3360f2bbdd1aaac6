package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.TextSpan;
import org.stance4j.classifier.LinearClassifier;
import org.stance4j.classifier.LinearScores;
import org.stance4j.classifier.MajorityClassifier;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.features.NgramExtractor;
import org.stance4j.features.NgramSettings;
import org.stance4j.features.NgramVector;

class LinearNgramsTest {
  private static Sentence sentence(String text, String previous, String target) {
    return new Sentence(
        "d", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, null, target);
  }

  private static LinearClassifier random(int dimension) {
    SplittableRandom random = new SplittableRandom(17);
    float[] weights = new float[Stance.COUNT * dimension];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextDouble() - 0.5);
    }
    return new LinearClassifier(weights, new float[] {0.1f, -0.2f, 0.3f});
  }

  /** Words alone; both training sentences hold both words, so that the idf is the same. */
  @Test
  void aWordPullsByItsNumberTimesItsWeight() {
    FittedFeatureExtractor words =
        new NgramExtractor(new NgramSettings(1, 1, 0, 1, 100))
            .fit(List.of(sentence("bad good", null, ""), sentence("good bad", null, "")));
    LinearClassifier classifier =
        new LinearClassifier(new float[] {-1, 3, 2, -2, 0, 1}, new float[] {0.5f, 0, -0.5f});
    Explanation explanation =
        LinearNgrams.of(words, classifier)
            .orElseThrow()
            .explain(List.of(sentence("Good? Bad, unheard.", null, "")))
            .get(0);
    // two n-grams of equal weight, scaled to length 1: each is √½
    double half = Math.sqrt(0.5);
    assertEquals(
        List.of("Good", "?", "Bad", "unheard"),
        explanation.words().stream().map(WordPull::word).toList());
    Pull good = explanation.words().get(0).pull();
    assertEquals(3 * half, good.pro(), 1e-6);
    assertEquals(-2 * half, good.anti(), 1e-6);
    assertEquals(half, good.neutral(), 1e-6);
    assertEquals(2 * half, explanation.words().get(2).pull().anti(), 1e-6);
    assertEquals(Pull.NONE, explanation.words().get(3).pull());
    assertEquals(0.5, explanation.bias().pro(), 1e-9);
    assertEquals(0.5 + 2 * half, explanation.sum().pro(), 1e-6);
    assertEquals(ExplanationMethod.EXACT_WEIGHTS, explanation.method());
    assertEquals(Stance.PRO, explanation.probabilities().stance());
  }

  @Test
  void wordsContextAndBiasSumToTheScoresWhateverIsCounted() {
    NgramSettings settings =
        new NgramSettings(3, 2, 4, 1, 1000).withContext(0.3, 0.2).withTargetCopies(true);
    List<Sentence> training =
        List.of(
            sentence("Don’t go, don’t stay!", "They left.", "tea"),
            sentence("Stay or go", null, "coffee"),
            sentence("They left and they stay", null, "tea"));
    FittedFeatureExtractor extractor = new NgramExtractor(settings).fit(training);
    LinearClassifier classifier = random(extractor.dimension());
    LinearScores scores = classifier.linear().orElseThrow();
    Explainer explainer = LinearNgrams.of(extractor, classifier).orElseThrow();
    List<Explanation> explanations = explainer.explain(training);
    for (int i = 0; i < training.size(); i++) {
      double[] expected = scores.of(extractor.extract(training).get(i));
      for (Stance stance : Stance.values()) {
        assertEquals(expected[stance.ordinal()], explanations.get(i).sum().towards(stance), 1e-6);
      }
      assertEquals(
          classifier.predict(extractor.extract(training).get(i)),
          explanations.get(i).probabilities());
    }
    assertTrue(!explanations.get(0).context().equals(Pull.NONE));
    assertEquals(Pull.NONE, explanations.get(1).context());
  }

  @Test
  void aLongerNgramIsSharedByTheWordsThatItIsMadeOf() {
    FittedFeatureExtractor extractor =
        new NgramExtractor(new NgramSettings(2, 1, 0, 1, 100))
            .fit(List.of(sentence("not good not good", null, "")));
    NgramVector vector =
        extractor.ngrams().orElseThrow().read(sentence("not good not good", null, ""));
    assertEquals(List.of("not", "good", "not", "good"), vector.words());
    // vocabulary in order: good, good not, not, not good
    assertEquals(
        List.of(List.of(1, 3), List.of(1, 2), List.of(0, 2), List.of(0, 1, 2, 3)),
        vector.values().stream().map(NgramVector.Value::words).toList());
  }

  @Test
  void onlyLinearModelsOfNgramsAreExact() {
    FittedFeatureExtractor words =
        new NgramExtractor(new NgramSettings(1, 1, 0, 1, 100))
            .fit(List.of(sentence("good", null, "")));
    assertEquals(
        Optional.empty(),
        LinearNgrams.of(words, new MajorityClassifier(new StanceProbabilities(1, 0, 0))));
  }
}
