package org.stance4j.classifier.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.SafeTensors;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

class TribuoLinearTrainerTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new TribuoLinearTrainer(4, balanced);
  }

  @Override
  protected Toy.Vectors vectors() {
    return Toy.sparse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pan", "nap", "npa", "apn", "pppanppa", "pa", "ap", "na", "an", "np"})
  void probabilitiesAreThoseOfTribuosOwnModel(String order) {
    for (Toy.Vectors kind : List.of(Toy.sparse(), Toy.dense())) {
      Toy toy = Toy.of(kind, order, 96, 2.5, 1);
      TribuoLinearTrainer trainer = new TribuoLinearTrainer(2, true);
      TribuoData data = new TribuoData(toy.vectors().get(0).dimension());
      LibLinearClassificationModel tribuo = tribuo(LinearType.L2R_LR, 2, toy, data);
      Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
      for (FeatureVector vector : Toy.of(kind, "pan", 60, 3, 2).vectors()) {
        Prediction<Label> expected = tribuo.predict(data.example("pro", vector));
        StanceProbabilities actual = ours.predict(vector);
        for (Stance stance : Stance.values()) {
          Label score = expected.getOutputScores().get(stance.label());
          assertEquals(score == null ? 0 : score.getScore(), actual.of(stance), 1e-6);
        }
      }
    }
  }

  /** Tribuo's own trainer with the same settings, on balanced data. */
  static LibLinearClassificationModel tribuo(
      LinearType type, double cost, Toy toy, TribuoData data) {
    LibLinearClassificationTrainer trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(type),
            cost,
            LibLinearRows.MOST_ITERATIONS,
            LibLinearRows.TOLERANCE,
            5);
    trainer.setLabelWeights(TribuoData.balancedWeights(toy.dataset()));
    return (LibLinearClassificationModel) trainer.train(data.dataset(toy.dataset(), toy.vectors()));
  }

  @Test
  void theNumberOfThreadsPlaysNoPart() throws Exception {
    Toy toy = Toy.of(Toy.dense(), "pan", 240, 2, 1);
    assertArrayEquals(bytes(trainer(true), toy, 1), bytes(trainer(true), toy, 4));
  }

  /** The state of what is trained in a pool of so many threads. */
  static byte[] bytes(ClassifierTrainer trainer, Toy toy, int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () -> SafeTensors.write(trainer.train(toy.dataset(), toy.vectors(), 5).state()))
          .get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void rowsWithoutAFeatureAreAsIfTheyWereNotThere() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 60, 1, 1);
    Toy more = Toy.of(Toy.sparse(), "pan", 66, 1, 1);
    List<FeatureVector> vectors = new java.util.ArrayList<>(toy.vectors());
    for (int i = 0; i < 6; i++) {
      vectors.add(vectors().zero());
    }
    Classifier without = trainer(true).train(toy.dataset(), toy.vectors(), 5);
    Classifier with = trainer(true).train(more.dataset(), vectors, 5);
    for (FeatureVector vector : toy.vectors()) {
      assertEquals(without.predict(vector), with.predict(vector));
    }
  }

  @Test
  void aStanceOfWhichNoRowHasAFeatureIsNeverPredicted() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 90, 1, 1);
    List<FeatureVector> vectors = new java.util.ArrayList<>(toy.vectors());
    for (int row = 2; row < 90; row += 3) {
      vectors.set(row, vectors().zero());
    }
    Classifier classifier = trainer(true).train(toy.dataset(), vectors, 5);
    for (FeatureVector vector : toy.vectors()) {
      assertEquals(0, classifier.predict(vector).neutral(), 1e-9);
    }
  }

  @Test
  void rowsWithoutAnyFeatureAreRefusedWithAWayOut() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 9, 1, 1);
    List<FeatureVector> zeros = toy.vectors().stream().map(v -> vectors().zero()).toList();
    assertEquals(
        "dataset toy: only 0 of 9 sentences hold a known n-gram, of fewer than two stances; lower"
            + " minDocuments",
        assertThrows(
                IllegalArgumentException.class, () -> trainer(true).train(toy.dataset(), zeros, 1))
            .getMessage());
    List<FeatureVector> none =
        toy.vectors().stream()
            .<FeatureVector>map(v -> new SparseVector(0, new int[0], new float[0]))
            .toList();
    assertThrows(IllegalArgumentException.class, () -> trainer(true).train(toy.dataset(), none, 1));
  }

  @Test
  void aCostOfZeroIsRefused() {
    assertEquals(
        "cost must be above 0, got 0.0",
        assertThrows(IllegalArgumentException.class, () -> new TribuoLinearTrainer(0, true))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new TribuoLinearTrainer(Double.NaN, true));
  }
}
