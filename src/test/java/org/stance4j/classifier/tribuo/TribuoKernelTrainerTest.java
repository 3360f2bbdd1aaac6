package org.stance4j.classifier.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.KernelClassifier;
import org.stance4j.classifier.StancePairs;
import org.stance4j.classifier.Toy;
import org.stance4j.classifier.Vectors;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.Int8Rows;
import org.tribuo.classification.libsvm.LibSVMClassificationModel;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;

class TribuoKernelTrainerTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new TribuoKernelTrainer(2, 0.4, balanced, 3);
  }

  /**
   * Tribuo's trainer computes the kernel itself, on the features. The vectors are exact in eight
   * bits, so what remains is the solver's own tolerance of 1e-3.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pan",
        "pna",
        "apn",
        "anp",
        "npa",
        "nap",
        "pppanppa",
        "nnnapnnn",
        "pa",
        "ap",
        "pn",
        "np",
        "an",
        "na"
      })
  void decisionsAreThoseOfTribuosOwnTrainer(String order) {
    for (boolean balanced : new boolean[] {true, false}) {
      Toy toy = inEightBits(Toy.of(Toy.dense(), order, 96, 2, 1));
      TribuoKernelTrainer trainer = new TribuoKernelTrainer(2, 0.4, balanced, 2);
      KernelClassifier ours = (KernelClassifier) trainer.train(toy.dataset(), toy.vectors(), 5);
      LibSVMClassificationModel tribuo = plain(trainer, toy, balanced);
      double largest = 0;
      for (FeatureVector vector : Toy.of(Toy.dense(), "pan", 60, 2, 2).vectors()) {
        double[] expected = decisions(tribuo, vector);
        double[] actual = ours.decisions(vector);
        for (int pair = 0; pair < StancePairs.COUNT; pair++) {
          assertEquals(expected[pair], actual[pair], 2e-3, order + " " + pair);
          largest = Math.max(largest, Math.abs(actual[pair]));
        }
      }
      assertTrue(largest > 0.5, "the comparison is of numbers other than zero");
    }
  }

  private static Toy inEightBits(Toy toy) {
    return new Toy(
        toy.dataset(),
        toy.vectors().stream()
            .map(vector -> Int8Rows.of(((DenseVector) vector).values(), 1).floats())
            .map(Toy::denseOf)
            .toList());
  }

  private static LibSVMClassificationModel plain(
      TribuoKernelTrainer trainer, Toy toy, boolean balanced) {
    svm.svm_set_print_string_function(line -> {});
    LibSVMClassificationTrainer plain = new LibSVMClassificationTrainer(trainer.parameters(), 5);
    if (balanced) {
      plain.setLabelWeights(TribuoData.balancedWeights(toy.dataset()));
    }
    return (LibSVMClassificationModel)
        plain.train(new TribuoData(8).dataset(toy.dataset(), toy.vectors()));
  }

  /** LibSVM's own decision values, brought into our order and signs; 0 where it has none. */
  private static double[] decisions(LibSVMClassificationModel tribuo, FeatureVector vector) {
    svm_model model = tribuo.getInnerModels().get(0);
    float[] values = ((DenseVector) vector).values();
    int[] indices = TribuoData.indexById(tribuo.getFeatureIDMap());
    svm_node[] nodes = new svm_node[indices.length];
    for (int id = 0; id < indices.length; id++) {
      nodes[id] = new svm_node();
      nodes[id].index = id;
      nodes[id].value = values[indices[id]];
    }
    double[] theirs = new double[model.nr_class * (model.nr_class - 1) / 2];
    svm.svm_predict_values(model, nodes, theirs);
    double[] ours = new double[StancePairs.COUNT];
    int place = 0;
    for (int i = 0; i < model.nr_class; i++) {
      for (int j = i + 1; j < model.nr_class; j++) {
        String first = tribuo.getOutputIDInfo().getOutput(model.label[i]).getLabel();
        String second = tribuo.getOutputIDInfo().getOutput(model.label[j]).getLabel();
        switch (first + " " + second) {
          case "pro anti" -> ours[0] = theirs[place];
          case "anti pro" -> ours[0] = -theirs[place];
          case "pro neutral" -> ours[1] = theirs[place];
          case "neutral pro" -> ours[1] = -theirs[place];
          case "anti neutral" -> ours[2] = theirs[place];
          case "neutral anti" -> ours[2] = -theirs[place];
          default -> throw new AssertionError(first + " " + second);
        }
        place++;
      }
    }
    return ours;
  }

  /** Eight bits are off by 0.4 % of the largest number: a few hundredths of a decision here. */
  @Test
  void roundingTheSupportVectorsMovesDecisionsLittle() {
    Toy toy = Toy.of(Toy.dense(), "pan", 96, 2, 1);
    TribuoKernelTrainer trainer = new TribuoKernelTrainer(2, 0.4, true, 2);
    KernelClassifier ours = (KernelClassifier) trainer.train(toy.dataset(), toy.vectors(), 5);
    LibSVMClassificationModel tribuo = plain(trainer, toy, true);
    for (FeatureVector vector : Toy.of(Toy.dense(), "pan", 60, 2, 2).vectors()) {
      double[] expected = decisions(tribuo, vector);
      double[] actual = ours.decisions(vector);
      for (int pair = 0; pair < StancePairs.COUNT; pair++) {
        assertEquals(expected[pair], actual[pair], 5e-2);
      }
    }
  }

  @Test
  void theKernelMatrixIsTheFormulaForEveryPair() {
    List<FeatureVector> vectors =
        List.of(Toy.denseOf(0, 0, 0, 0, 0), Toy.denseOf(1, 1, 0, 0, 1), Toy.denseOf(1, 1, 0, 0, 0));
    KernelMatrix kernel = new KernelMatrix(vectors, 0.5);
    // squared distances 3, 2 and 1
    assertEquals(0.223130, kernel.steps(0, 1) / (double) KernelMatrix.STEPS, 1e-5);
    assertEquals(0.367879, kernel.steps(0, 2) / (double) KernelMatrix.STEPS, 1e-5);
    assertEquals(0.606531, kernel.steps(1, 2) / (double) KernelMatrix.STEPS, 1e-5);
    for (int i = 0; i < 3; i++) {
      assertEquals(KernelMatrix.STEPS, kernel.steps(i, i));
      for (int j = 0; j < 3; j++) {
        assertEquals(kernel.steps(i, j), kernel.steps(j, i));
      }
    }
    assertEquals(3, Vectors.squaredLength(vectors.get(1)));
  }

  /** A held-out set of the same kind: mean confidence and accuracy must not lie far apart. */
  @Test
  void probabilitiesAreNeitherBoastfulNorShy() {
    Toy toy = Toy.of(Toy.dense(), "pan", 240, 2, 1);
    Toy heldOut = Toy.of(Toy.dense(), "pan", 300, 2, 2);
    KernelClassifier classifier =
        (KernelClassifier) trainer(true).train(toy.dataset(), toy.vectors(), 5);
    double confidence = 0;
    int right = 0;
    for (int row = 0; row < 300; row++) {
      var probabilities = classifier.predict(heldOut.vectors().get(row));
      Stance stance = probabilities.stance();
      confidence += probabilities.of(stance) / 300;
      right += stance == heldOut.dataset().examples().get(row).stance() ? 1 : 0;
    }
    assertEquals(right / 300.0, confidence, 0.08);
  }

  @Test
  void sparseVectorsGiveTheSameMachineAsTheSameNumbersStoredDensely() {
    Toy sparse = Toy.of(Toy.sparse(), "pan", 96, 2, 1);
    Toy dense =
        new Toy(
            sparse.dataset(),
            sparse.vectors().stream().map(TribuoKernelTrainerTest::stored).toList());
    KernelClassifier one =
        (KernelClassifier) trainer(true).train(sparse.dataset(), sparse.vectors(), 5);
    KernelClassifier other =
        (KernelClassifier) trainer(true).train(dense.dataset(), dense.vectors(), 5);
    for (FeatureVector vector : Toy.of(Toy.sparse(), "pan", 60, 2, 2).vectors()) {
      assertArrayEquals(one.decisions(vector), other.decisions(vector), 1e-5);
    }
  }

  private static FeatureVector stored(FeatureVector vector) {
    SparseVector sparse = (SparseVector) vector;
    float[] values = new float[sparse.dimension()];
    for (int i = 0; i < sparse.size(); i++) {
      values[sparse.index(i)] = sparse.value(i);
    }
    return Toy.denseOf(values);
  }

  @Test
  void theNumberOfThreadsPlaysNoPart() throws Exception {
    for (Toy.Vectors kind : List.of(Toy.dense(), Toy.sparse())) {
      Toy toy = Toy.of(kind, "pan", 240, 2, 1);
      assertArrayEquals(
          TribuoLinearTrainerTest.bytes(trainer(true), toy, 1),
          TribuoLinearTrainerTest.bytes(trainer(true), toy, 4));
    }
  }

  @Test
  void aSingleGroupIsRefused() {
    Toy toy = Toy.of(Toy.dense(), "pan", 6, 1, 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), toy.vectors(), 1))
            .getMessage();
    assertTrue(message.startsWith("dataset toy is a single group"), message);
  }

  @Test
  void groupsOfOneStanceEachThatLeaveASingleOneAreRefused() {
    Toy toy = Toy.of(Toy.dense(), "ppppppaaaaaa", 12, 1, 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), toy.vectors(), 1))
            .getMessage();
    assertTrue(message.contains("a single stance is left; spread the stances"), message);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    for (TribuoSettings bad :
        List.of(
            new TribuoSettings(0, 1, 2),
            new TribuoSettings(1, -1, 2),
            new TribuoSettings(1, Double.NaN, 2),
            new TribuoSettings(1, 1, 1))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new TribuoKernelTrainer(bad.cost, bad.gamma, true, bad.folds))
              .getMessage();
      assertEquals(
          "cost and gamma must be above 0 and calibrationFolds at least 2, got "
              + bad.cost
              + ", "
              + bad.gamma
              + ", "
              + bad.folds,
          message);
    }
  }

  private record TribuoSettings(double cost, double gamma, int folds) {}
}
