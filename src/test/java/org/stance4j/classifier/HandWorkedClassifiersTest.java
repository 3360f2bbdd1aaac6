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
            List.of(Toy.denseOf(0, 0)),
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
  void supportVectorsAreRoundedAtOnce() {
    KernelClassifier classifier =
        new KernelClassifier(
            1,
            List.of(Toy.denseOf(1.0001f)),
            new float[] {1, 1, 1},
            new float[3],
            SoftmaxRegression.uniform(3));
    // 1.0001 is within half a step of 1/127 of what is kept: distance about 0, kernel 1
    assertArrayEquals(new double[] {1, 1, 1}, classifier.decisions(Toy.denseOf(1)), 1e-6);
    assertArrayEquals(
        classifier.state().tensor("supportVectors").bytes(),
        ClassifierCodec.restore(classifier.state()).state().tensor("supportVectors").bytes());
  }

  /**
   * Kernels with (0, 2, 0, 0, 1): to (0, 2, 0, 0, 0) the squared distance is 1, to (1, 0, 0, 0, 0)
   * it is 6, to zero 5; e^(−0.5 · 1) = 0.606531, e^(−3) = 0.049787, e^(−2.5) = 0.082085. In eight
   * bits 1 and 2 are off by 2e-5 at most.
   */
  @Test
  void aKernelClassifierOnSparseVectorsIsTheSameFormula() {
    KernelClassifier classifier =
        new KernelClassifier(
            0.5,
            List.of(
                new SparseVector(5, new int[] {1}, new float[] {2}),
                new SparseVector(5, new int[] {0}, new float[] {1}),
                new SparseVector(5, new int[0], new float[0])),
            new float[] {1, 0, 0, 0, 1, 0, 1, 1, -1},
            new float[] {0, 0, 0.5f},
            SoftmaxRegression.uniform(3));
    double[] expected = {0.606531, 0.049787, 0.606531 + 0.049787 - 0.082085 + 0.5};
    assertArrayEquals(
        expected,
        classifier.decisions(new SparseVector(5, new int[] {1, 4}, new float[] {2, 1})),
        2e-5);
    assertArrayEquals(expected, classifier.decisions(Toy.denseOf(0, 2, 0, 0, 1)), 2e-5);
  }

  @Test
  void sparseSupportVectorsAreStoredByTheirNumbersOtherThanZero() {
    KernelClassifier classifier =
        new KernelClassifier(
            1,
            List.of(
                new SparseVector(
                    40_000, new int[] {7, 30_000, 39_999}, new float[] {127, 0.1f, -2}),
                new SparseVector(40_000, new int[0], new float[0])),
            new float[6],
            new float[3],
            SoftmaxRegression.uniform(3));
    TensorBundle state = classifier.state();
    assertEquals("40000", state.setting("dimension"));
    // 0.1 is less than half a step of 1
    assertArrayEquals(new int[] {0, 2, 2}, state.tensor("supportStarts").ints());
    assertArrayEquals(new int[] {7, 39_999}, state.tensor("supportIndices").ints());
    assertArrayEquals(new byte[] {127, -2}, state.tensor("supportVectors").bytes());
    assertArrayEquals(new float[] {1, 0}, state.tensor("supportScales").floats());
  }

  @Test
  void sparseSupportVectorsThatPointOutsideAreRefused() {
    TensorBundle good =
        new KernelClassifier(
                1,
                List.of(
                    new SparseVector(9, new int[] {1, 8}, new float[] {1, 1}),
                    new SparseVector(9, new int[] {2}, new float[] {1})),
                new float[6],
                new float[3],
                SoftmaxRegression.uniform(3))
            .state();
    for (String dimension : List.of("0", "-1", "8", "2147483647", "9.5", "")) {
      ClassifierContractTest.refused(ClassifierContractTest.with(good, "dimension", dimension), "");
    }
    for (int[] starts :
        List.of(new int[] {1, 2, 3}, new int[] {0, 4, 3}, new int[] {0, -1, 3}, new int[3])) {
      refusedWith(good, "supportStarts", Tensor.ofInts(starts, 3));
    }
    for (int[] indices : List.of(new int[] {1, 9, 2}, new int[] {-1, 8, 2}, new int[] {8, 1, 2})) {
      refusedWith(good, "supportIndices", Tensor.ofInts(indices, 3));
    }
  }

  private static void refusedWith(TensorBundle good, String name, Tensor other) {
    TreeMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
    tensors.put(name, other);
    ClassifierContractTest.refused(TensorBundle.of(good.metadata(), tensors), "");
  }

  /**
   * x = (1, 2): scores 1 + 0.5, 2, −1; weights ln 2 on the first alone: e^(1.5 ln 2) = 2.828427.
   */
  @Test
  void aLinearMachineTurnsItsDecisionsIntoProbabilities() {
    LinearSvmClassifier classifier =
        new LinearSvmClassifier(
            new float[] {1, 0, 0, 1, -1, 0},
            new float[] {0.5f, 0, 0},
            new SoftmaxRegression(new float[] {(float) LN2, 0, 0, 0, 0, 0, 0, 0, 0}, new float[3]));
    FeatureVector vector = Toy.denseOf(1, 2);
    assertArrayEquals(new double[] {1.5, 2, -1}, classifier.decisions(vector));
    assertEquals(2.828427 / 4.828427, classifier.predict(vector).pro(), 1e-6);
    assertArrayEquals(
        new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0},
        classifier.withCalibration(SoftmaxRegression.uniform(3)).predict(vector).toArray(),
        1e-12);
    assertThrows(
        TensorFormatException.class,
        () -> new LinearSvmClassifier(new float[6], new float[3], SoftmaxRegression.uniform(2)));
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
    KernelClassifier now =
        new KernelClassifier(
            0.5,
            List.of(Toy.denseOf(1, 0.25f), Toy.denseOf(-2, 0.5f)),
            new float[] {1, -1, 2, -2, 3, -3},
            new float[3],
            SoftmaxRegression.uniform(3));
    TreeMap<String, Tensor> tensors = new TreeMap<>(now.state().tensors());
    tensors.remove("supportScales");
    tensors.put("supportVectors", Tensor.ofHalves(new float[] {1, 0.25f, -2, 0.5f}, 2, 2));
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
    List<FeatureVector> one = List.of(Toy.denseOf(1, 2));
    for (double gamma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          TensorFormatException.class,
          () -> new KernelClassifier(gamma, one, new float[3], new float[3], three));
    }
    assertThrows(
        TensorFormatException.class,
        () -> new KernelClassifier(1, one, new float[6], new float[3], three));
    assertThrows(
        TensorFormatException.class,
        () -> new KernelClassifier(1, List.of(), new float[0], new float[3], three));
    assertThrows(
        TensorFormatException.class,
        () ->
            new KernelClassifier(1, one, new float[3], new float[3], SoftmaxRegression.uniform(2)));
    List<FeatureVector> mixed =
        List.of(Toy.denseOf(1), new SparseVector(1, new int[0], new float[0]));
    assertThrows(
        TensorFormatException.class,
        () -> new KernelClassifier(1, mixed, new float[6], new float[3], three));
  }

  @Test
  void classifiersOfNoColumnsAreRefused() {
    SoftmaxRegression three = SoftmaxRegression.uniform(3);
    for (FeatureVector none :
        List.of(Toy.denseOf(), new SparseVector(0, new int[0], new float[0]))) {
      assertThrows(
          TensorFormatException.class,
          () -> new KernelClassifier(1, List.of(none), new float[3], new float[3], three));
    }
    assertThrows(
        TensorFormatException.class, () -> new LinearClassifier(new float[0], new float[3]));
    assertThrows(
        TensorFormatException.class,
        () -> new LinearSvmClassifier(new float[0], new float[3], three));
    assertEquals(
        "a classifier's vectors must have 1 to 16777216 numbers, got 0",
        assertThrows(
                TensorFormatException.class,
                () -> new NetworkClassifier(new float[0], new float[2], new float[6], new float[3]))
            .getMessage());
    assertEquals(1 << 24, Vectors.checkedDimension(1 << 24));
    assertThrows(TensorFormatException.class, () -> Vectors.checkedDimension((1 << 24) + 1));
  }

  /** Without information the probabilities are the class shares, as biases are not penalised. */
  @Test
  void aRegressionOnNothingGivesTheShares() {
    SoftmaxRegression fitted =
        SoftmaxRegression.fit(
            new double[4][1], List.of(Stance.ANTI, Stance.PRO, Stance.ANTI, Stance.NEUTRAL), false);
    assertArrayEquals(new double[] {0.25, 0.5, 0.25}, fitted.probabilities(new double[] {0}), 1e-4);
    assertArrayEquals(new float[3], fitted.tensors().get("calibrationWeights").floats());
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
