package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class HandWorkedClassifiersTest {
  private static final double LN2 = Math.log(2);
  private static final double LN3 = Math.log(3);

  @Test
  void pairsAreCountedInDeclarationOrder() {
    assertEquals(0, StancePairs.indexOf(Stance.PRO, Stance.ANTI));
    assertEquals(1, StancePairs.indexOf(Stance.PRO, Stance.NEUTRAL));
    assertEquals(2, StancePairs.indexOf(Stance.ANTI, Stance.NEUTRAL));
    assertEquals(3, StancePairs.COUNT);
    assertThrows(
        IllegalArgumentException.class, () -> StancePairs.indexOf(Stance.ANTI, Stance.PRO));
    assertThrows(IllegalArgumentException.class, () -> StancePairs.indexOf(Stance.PRO, Stance.PRO));
  }

  @Test
  void sparseAndDenseVectorsOfTheSameNumbersAreTheSame() {
    FeatureVector sparse = new SparseVector(4, new int[] {1, 3}, new float[] {2, -3});
    FeatureVector dense = Toy.denseOf(0, 2, 0, -3);
    float[] weights = {9, 9, 1, 10, 100, 1000};
    assertEquals(2 * 10 - 3 * 1000, Vectors.dot(sparse, weights, 2));
    assertEquals(2 * 10 - 3 * 1000, Vectors.dot(dense, weights, 2));
    assertEquals(13, Vectors.squaredLength(sparse));
    assertEquals(13, Vectors.squaredLength(dense));
  }

  @Test
  void theSoftmaxStandsLargeScores() {
    assertArrayEquals(
        new double[] {0.5, 0.25, 0.25}, Vectors.softmax(new double[] {LN2, 0, 0}), 1e-12);
    assertArrayEquals(
        new double[] {0.5, 0.25, 0.25},
        Vectors.softmax(new double[] {5000 + LN2, 5000, 5000}),
        1e-9);
    assertArrayEquals(new double[] {0, 1, 0}, Vectors.softmax(new double[] {-4000, 4000, 0}));
  }

  /** σ(ln 3) = 3/4, σ(0) = 1/2, σ(−ln 3) = 1/4; their sum is 3/2. */
  @Test
  void aLinearClassifierScalesItsSigmoids() {
    LinearClassifier classifier =
        new LinearClassifier(
            new float[] {(float) LN3, 0, 0, 0, 0, (float) -LN3}, new float[] {0, 0, 0});
    assertArrayEquals(
        new double[] {1 / 2.0, 1 / 3.0, 1 / 6.0},
        classifier.predict(Toy.denseOf(1, 1)).toArray(),
        1e-7);
  }

  /** Far below zero σ(x) is eˣ, which underflows; the ratios e : 1 : 1 must not. */
  @Test
  void aLinearClassifierAnswersWhereAllItsScoresAreVeryLow() {
    LinearClassifier classifier =
        new LinearClassifier(new float[3], new float[] {-999, -1000, -1000});
    double e = Math.E;
    assertArrayEquals(
        new double[] {e / (e + 2), 1 / (e + 2), 1 / (e + 2)},
        classifier.predict(Toy.denseOf(0)).toArray(),
        1e-9);
  }

  /** ‖(1, 1) − (0, 0)‖² = 2, so the kernel is e^(−0.5 · 2) = 0.367879. */
  @Test
  void aKernelClassifierWeighsItsSupportVectors() {
    KernelClassifier classifier =
        new KernelClassifier(
            0.5,
            new float[] {0, 0},
            new float[] {1, -2, 0.5f},
            new float[] {0.1f, 0.2f, 0.3f},
            SoftmaxRegression.uniform(3));
    assertArrayEquals(
        new double[] {0.467879, -0.535759, 0.483940},
        classifier.decisions(Toy.denseOf(1, 1)),
        1e-6);
    assertArrayEquals(
        new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0},
        classifier.predict(Toy.denseOf(1, 1)).toArray(),
        1e-12);
  }

  @Test
  void supportVectorsAreRoundedToHalfPrecisionAtOnce() {
    KernelClassifier classifier =
        new KernelClassifier(
            1,
            new float[] {1.0001f},
            new float[] {1, 1, 1},
            new float[3],
            SoftmaxRegression.uniform(3));
    // 1.0001 is 1 in half precision: distance 0, kernel 1
    assertArrayEquals(new double[] {1, 1, 1}, classifier.decisions(Toy.denseOf(1)));
  }

  /** x = 2: hidden (2, 0), scores (2, 0, 0), first probability e²/(e² + 2) = 0.786986. */
  @Test
  void aNetworkCutsOffNegativeActivations() {
    NetworkClassifier classifier =
        new NetworkClassifier(
            new float[] {1, -1},
            new float[] {0, 0},
            new float[] {1, 0, 0, 1, 0, 0},
            new float[] {0, 0, 0});
    assertEquals(0.786986, classifier.predict(Toy.denseOf(2)).pro(), 1e-6);
    assertEquals(0.786986, classifier.predict(Toy.denseOf(-2)).anti(), 1e-6);
    assertEquals(1 / 3.0, classifier.predict(Toy.denseOf(0)).neutral(), 1e-12);
  }

  /** Before there were eight bits, support vectors were stored in half precision. */
  @Test
  void aKernelMachineInHalfPrecisionIsStillRead() {
    float[] vectors = {1, 0.25f, -2, 0.5f};
    KernelClassifier now =
        new KernelClassifier(
            0.5,
            vectors,
            new float[] {1, -1, 2, -2, 3, -3},
            new float[3],
            SoftmaxRegression.uniform(3));
    TreeMap<String, Tensor> tensors = new TreeMap<>(now.state().tensors());
    tensors.remove("supportScales");
    tensors.put("supportVectors", Tensor.ofHalves(vectors, 2, 2));
    KernelClassifier before =
        (KernelClassifier)
            ClassifierCodec.restore(TensorBundle.of(now.state().metadata(), tensors));
    FeatureVector vector = Toy.denseOf(0.5f, 0.5f);
    for (int pair = 0; pair < 3; pair++) {
      assertEquals(now.decisions(vector)[pair], before.decisions(vector)[pair], 0.01);
    }
    // exp(-0.5 (0.25 + 0.0625)) - exp(-0.5 * 6.25): halves hold these numbers exactly
    assertEquals(0.8553 - 0.0439, before.decisions(vector)[0], 1e-4);
  }

  @Test
  void numbersThatDoNotFitTogetherAreRefused() {
    assertThrows(
        TensorFormatException.class, () -> new LinearClassifier(new float[4], new float[3]));
    assertThrows(
        TensorFormatException.class, () -> new LinearClassifier(new float[6], new float[2]));
    assertThrows(
        TensorFormatException.class,
        () -> new NetworkClassifier(new float[4], new float[0], new float[0], new float[3]));
    assertThrows(
        TensorFormatException.class,
        () -> new NetworkClassifier(new float[4], new float[2], new float[5], new float[3]));
    SoftmaxRegression three = SoftmaxRegression.uniform(3);
    for (double gamma : new double[] {0, -1, Double.NaN}) {
      assertThrows(
          TensorFormatException.class,
          () -> new KernelClassifier(gamma, new float[2], new float[3], new float[3], three));
    }
    assertThrows(
        TensorFormatException.class,
        () -> new KernelClassifier(1, new float[3], new float[6], new float[3], three));
    assertThrows(
        TensorFormatException.class,
        () -> new KernelClassifier(1, new float[0], new float[0], new float[3], three));
    assertThrows(
        TensorFormatException.class,
        () ->
            new KernelClassifier(
                1, new float[2], new float[3], new float[3], SoftmaxRegression.uniform(2)));
  }

  /** Without information the probabilities are the class shares, as biases are not penalised. */
  @Test
  void aRegressionOnNothingGivesTheShares() {
    SoftmaxRegression fitted =
        SoftmaxRegression.fit(
            new double[4][1], List.of(Stance.ANTI, Stance.PRO, Stance.ANTI, Stance.NEUTRAL), false);
    assertArrayEquals(new double[] {0.25, 0.5, 0.25}, fitted.probabilities(new double[] {0}), 1e-4);
    assertArrayEquals(new float[3], fitted.weights());
  }

  @Test
  void aBalancedRegressionOnNothingGivesEqualSharesToTheStancesThatOccur() {
    List<Stance> gold = List.of(Stance.ANTI, Stance.ANTI, Stance.ANTI, Stance.NEUTRAL);
    double[] shares =
        SoftmaxRegression.fit(new double[4][1], gold, true).probabilities(new double[] {0});
    assertEquals(0.5, shares[1], 0.005);
    assertEquals(0.5, shares[2], 0.005);
    assertTrue(shares[0] < 0.005);
  }

  /**
   * At +1 three of four are pro, at −1 one of four: without a penalty the fit is exact, 3/4 and
   * 1/4; the small penalty pulls a little towards 1/2.
   */
  @Test
  void aRegressionFindsTheOddsOfEachInput() {
    SoftmaxRegression fitted =
        SoftmaxRegression.fit(
            new double[][] {{1}, {1}, {1}, {1}, {-1}, {-1}, {-1}, {-1}},
            List.of(
                Stance.PRO,
                Stance.PRO,
                Stance.PRO,
                Stance.ANTI,
                Stance.ANTI,
                Stance.ANTI,
                Stance.ANTI,
                Stance.PRO),
            false);
    double[] above = fitted.probabilities(new double[] {1});
    double[] below = fitted.probabilities(new double[] {-1});
    assertEquals(0.75, above[0], 0.01);
    assertEquals(0.25, above[1], 0.01);
    assertEquals(0.25, below[0], 0.01);
    assertTrue(above[0] < 0.75);
    assertTrue(above[2] < 0.01);
  }

  @Test
  void aRegressionOnSeparableInputsStaysFinite() {
    double[][] inputs = {{100, 0}, {-100, 0}, {0, 100}};
    SoftmaxRegression fitted =
        SoftmaxRegression.fit(inputs, List.of(Stance.PRO, Stance.ANTI, Stance.NEUTRAL), false);
    for (int row = 0; row < 3; row++) {
      double[] probabilities = fitted.probabilities(inputs[row]);
      assertTrue(probabilities[row] > 0.95 && probabilities[row] <= 1);
    }
    assertEquals(2, fitted.inputs());
  }
}
