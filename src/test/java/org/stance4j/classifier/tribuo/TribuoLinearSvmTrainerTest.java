package org.stance4j.classifier.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.LinearSvmClassifier;
import org.stance4j.classifier.Toy;
import org.stance4j.features.FeatureVector;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

class TribuoLinearSvmTrainerTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new TribuoLinearSvmTrainer(1, balanced, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pan", "nap", "npa", "apn", "pppanppa", "pa", "ap", "na", "an", "np"})
  void decisionsAreThoseOfTribuosOwnModel(String order) {
    for (Toy.Vectors kind : List.of(Toy.sparse(), Toy.dense())) {
      Toy toy = Toy.of(kind, order, 96, 2.5, 1);
      TribuoData data = new TribuoData(toy.vectors().get(0).dimension());
      LibLinearClassificationModel tribuo =
          TribuoLinearTrainerTest.tribuo(LinearType.L2R_L2LOSS_SVC, 2, toy, data);
      LinearSvmClassifier ours =
          (LinearSvmClassifier)
              new TribuoLinearSvmTrainer(2, true, 2).train(toy.dataset(), toy.vectors(), 5);
      double largest = 0;
      for (FeatureVector vector : Toy.of(kind, "pan", 60, 3, 2).vectors()) {
        var expected = tribuo.predict(data.example("pro", vector)).getOutputScores();
        double[] actual = ours.decisions(vector);
        for (Stance stance : Stance.values()) {
          Label score = expected.get(stance.label());
          assertEquals(score == null ? 0 : score.getScore(), actual[stance.ordinal()], 1e-5);
          largest = Math.max(largest, Math.abs(actual[stance.ordinal()]));
        }
      }
      assertTrue(largest > 0.5, "the comparison is of numbers other than zero");
    }
  }

  @Test
  void theNumberOfThreadsPlaysNoPart() throws Exception {
    Toy toy = Toy.of(Toy.dense(), "pan", 240, 2, 1);
    assertArrayEquals(
        TribuoLinearTrainerTest.bytes(trainer(true), toy, 1),
        TribuoLinearTrainerTest.bytes(trainer(true), toy, 4));
  }

  /** A held-out set of the same kind: mean confidence and accuracy must not lie far apart. */
  @Test
  void probabilitiesAreNeitherBoastfulNorShy() {
    Toy toy = Toy.of(Toy.dense(), "pan", 240, 2, 1);
    Toy heldOut = Toy.of(Toy.dense(), "pan", 300, 2, 2);
    Classifier classifier = trainer(true).train(toy.dataset(), toy.vectors(), 5);
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
  void rowsWithoutAFeatureAreAsIfTheyWereNotThere() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 60, 1, 1);
    Toy more = Toy.of(Toy.sparse(), "pan", 66, 1, 1);
    List<FeatureVector> vectors = new ArrayList<>(toy.vectors());
    for (int i = 0; i < 6; i++) {
      vectors.add(Toy.sparse().zero());
    }
    Classifier without = trainer(true).train(toy.dataset(), toy.vectors(), 5);
    Classifier with = trainer(true).train(more.dataset(), vectors, 5);
    for (FeatureVector vector : toy.vectors()) {
      assertEquals(without.predict(vector), with.predict(vector));
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

  @ParameterizedTest
  @CsvSource({"0, 2", "-1, 2", "NaN, 2", "1, 1"})
  void settingsOutOfRangeAreRefused(double cost, int folds) {
    assertEquals(
        "cost must be above 0 and calibrationFolds at least 2, got " + cost + ", " + folds,
        assertThrows(
                IllegalArgumentException.class, () -> new TribuoLinearSvmTrainer(cost, true, folds))
            .getMessage());
  }
}
