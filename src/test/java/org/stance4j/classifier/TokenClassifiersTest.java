package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.stance4j.Stance;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.TensorFormatException;

/** Convolution and attention, worked by hand. */
class TokenClassifiersTest {
  private static final double LN3 = Math.log(3);

  /** The scores of the stances are the logarithms of their probabilities, up to a constant. */
  private static void assertScores(
      double pro, double anti, double neutral, Classifier classifier, FeatureVector sentence) {
    assertArrayEquals(
        Vectors.softmax(new double[] {pro, anti, neutral}),
        classifier.predict(sentence).toArray(),
        1e-6);
  }

  private static final float[] FIRST_FILTER_FOR_PRO_SECOND_FOR_ANTI = {1, 0, 0, 1, 0, 0};

  /**
   * Width 3 over one column. Filter 1 = (1, 10, 100) + 0.5, filter 2 = (0, −1, 0) + 0. Tokens 2, 3:
   * around the first 0·1 + 2·10 + 3·100 + 0.5 = 320.5, around the second 2 + 30 + 0 + 0.5 = 32.5;
   * the second filter gives −2 and −3, of which nothing is left. One token −4: −39.5 and 4.
   */
  @Test
  void aConvolutionTakesTheLargestValueOfEachFilterAndAtLeastZero() {
    ConvolutionClassifier classifier =
        new ConvolutionClassifier(
            3,
            new float[] {1, 10, 100, 0, -1, 0},
            new float[] {0.5f, 0},
            new float[] {0.01f, 0, 0, 1, 0, 0},
            new float[] {0, 0.25f, 0});
    assertScores(3.205, 0.25, 0, classifier, Toy.tokensOf(new float[] {2}, new float[] {3}));
    assertScores(0, 0.25 + 4, 0, classifier, Toy.tokensOf(new float[] {-4}));
  }

  /**
   * Of width 2, the extra zero stands behind: around the two tokens −9, 7 lie 10·(−9) + 7 = −83 and
   * 10·7 + 0 = 70. With the zero in front it would be −9 and −83.
   */
  @Test
  void anEvenWidthLooksOneTokenFurtherAheadThanBack() {
    ConvolutionClassifier classifier =
        new ConvolutionClassifier(
            2, new float[] {10, 1}, new float[] {0}, new float[] {0.01f, 0, 0}, new float[3]);
    assertScores(0.7, 0, 0, classifier, Toy.tokensOf(new float[] {-9}, new float[] {7}));
  }

  /** A filter of width 2 over two columns that knows the word order: (1, 0) before (0, 1). */
  @Test
  void aConvolutionSeesTheOrderOfTokens() {
    ConvolutionClassifier classifier =
        new ConvolutionClassifier(
            2,
            new float[] {1, 0, 0, 1, 0, 1, 1, 0},
            new float[] {-1, -1},
            FIRST_FILTER_FOR_PRO_SECOND_FOR_ANTI,
            new float[3]);
    float[] a = {1, 0};
    float[] b = {0, 1};
    assertScores(1, 0, 0, classifier, Toy.tokensOf(a, b));
    assertScores(0, 1, 0, classifier, Toy.tokensOf(b, a));
  }

  /**
   * Queries are the first column, keys ln 3 times that, so token 1 = (1, 8) attends to tokens 1 and
   * 2 in the proportion e^(ln 3) : 1 = 3 : 1, and token 2 = (0, 0) in 1 : 1. On average token 1
   * gets (3/4 + 1/2) / 2 = 5/8. Values are the second column: 8 and 0, mean 5.
   */
  @Test
  void attentionAveragesTheValuesByTheAttentionThatTokensGet() {
    AttentionClassifier classifier =
        AttentionClassifier.projected(
            1,
            new float[] {1, 0},
            new float[] {(float) LN3, 0},
            new float[] {0, 1},
            new float[] {1, 0, 0},
            new float[] {0, 0, 0.5f});
    assertScores(5, 0, 0.5, classifier, Toy.tokensOf(new float[] {1, 8}, new float[] {0, 0}));
    assertScores(8, 0, 0.5, classifier, Toy.tokensOf(new float[] {1, 8}));
  }

  /** As above in the first head; the second one has no queries, so every token gets 1/2. */
  @Test
  void headsStandSideBySide() {
    AttentionClassifier classifier =
        AttentionClassifier.projected(
            2,
            new float[] {1, 0, 0, 0},
            new float[] {(float) LN3, 0, 5, 5},
            new float[] {0, 1, 0, 1},
            new float[] {1, 0, 0, 1, 0, 0},
            new float[3]);
    assertScores(5, 4, 0, classifier, Toy.tokensOf(new float[] {1, 8}, new float[] {0, 0}));
  }

  /**
   * Scores are divided by √size = 2: of the tokens x = (2, 0, 0, 0) and 0, x·x / 2 = 2, so the
   * first attends to itself and the second with e² : 1, and the second with 1 : 1.
   */
  @Test
  void withoutProjectionTokensAttendToTokensLikeThem() {
    AttentionClassifier classifier =
        AttentionClassifier.unprojected(
            new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new float[3]);
    double share = (Math.exp(2) / (Math.exp(2) + 1) + 0.5) / 2;
    assertScores(2 * share, 0, 0, classifier, Toy.tokensOf(new float[] {2, 0, 0, 0}, new float[4]));
  }

  @Test
  void anUnprojectedAttentionIsRestored() {
    AttentionClassifier classifier =
        AttentionClassifier.unprojected(new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 8, 9});
    Classifier restored = ClassifierCodec.restore(classifier.state());
    FeatureVector sentence = Toy.tokensOf(new float[] {0.5f, -1}, new float[] {0.25f, 1});
    assertEquals(2, restored.dimension());
    assertEquals(classifier.predict(sentence), restored.predict(sentence));
    assertEquals(
        "setting 'projected' must be true or false, got 'perhaps'",
        assertThrows(
                TensorFormatException.class,
                () ->
                    ClassifierCodec.restore(
                        ClassifierContractTest.with(classifier.state(), "projected", "perhaps")))
            .getMessage());
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    misfit("width 0", () -> convolution(0, 6, 2, 6));
    misfit("5 and 6 weights", () -> convolution(3, 5, 2, 6));
    misfit("6 and 3 weights", () -> convolution(3, 6, 2, 3));
    misfit("0 and 0 weights", () -> convolution(3, 0, 0, 0));
    misfit("0 heads", () -> attention(0, 4, 4, 6));
    misfit("4, 6 and 4 weights", () -> attention(1, 4, 6, 6));
    misfit("3 heads", () -> attention(3, 4, 4, 6));
    misfit("0 columns", () -> attention(1, 0, 0, 6));
  }

  private static Classifier convolution(int width, int weights, int filters, int outputs) {
    return new ConvolutionClassifier(
        width, new float[weights], new float[filters], new float[outputs], new float[Stance.COUNT]);
  }

  private static Classifier attention(int heads, int queries, int keys, int outputs) {
    return AttentionClassifier.projected(
        heads,
        new float[queries],
        new float[keys],
        new float[queries],
        new float[outputs],
        new float[Stance.COUNT]);
  }

  private static void misfit(String part, Executable make) {
    String message = assertThrows(TensorFormatException.class, make).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void tokensAndClassifiersOfSentencesDoNotFitAndTheMessageNamesTheFeatures() {
    FeatureVector tokens = Toy.tokensOf(new float[] {1, 2});
    List<Classifier> ofSentences =
        List.of(
            new LinearClassifier(new float[6], new float[3]),
            new NetworkClassifier(new float[2], new float[1], new float[3], new float[3]),
            new KernelClassifier(
                1,
                List.of(new DenseVector(new float[2])),
                new float[3],
                new float[3],
                SoftmaxRegression.uniform(StancePairs.COUNT)));
    for (Classifier classifier : ofSentences) {
      refused(
          "this classifier takes one vector for a sentence, but the features 'tokens' give one for"
              + " each token; choose the features 'embedding' or 'ngrams', or the classifier"
              + " 'conv' or 'attention'",
          classifier,
          tokens);
    }
    List<Classifier> ofTokens =
        List.of(
            convolution(1, 2, 1, 3), AttentionClassifier.unprojected(new float[6], new float[3]));
    for (Classifier classifier : ofTokens) {
      refused(
          "this classifier takes one vector for each token, but the features 'embedding' and"
              + " 'ngrams' give one for a sentence; choose the features 'tokens', or another"
              + " classifier than 'conv' and 'attention'",
          classifier,
          Toy.denseOf(1, 2));
    }
  }

  @Test
  void trainersOfSentencesRefuseTokens() {
    Toy toy = Toy.of(Toy.tokens(), "pan", 30, 1, 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ClassifierTrainer.check(toy.dataset(), toy.vectors()))
            .getMessage();
    assertTrue(message.contains("the features 'tokens' give one for each token"), message);
  }

  private static void refused(String message, Classifier classifier, FeatureVector vector) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> classifier.predict(vector))
            .getMessage());
  }
}
