package org.stance4j.classifier.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;
import org.stance4j.classifier.TreeEnsembleClassifier;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;
import org.stance4j.tensor.SafeTensors;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;

class XGBoostTrainerTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new XGBoostTrainer(new XGBoostSettings(40, 3, 0.2, 0.9, 0.8, 1, 1, 64, balanced));
  }

  private static XGBoostTrainer trainer(double subsample, double columnSample) {
    return new XGBoostTrainer(
        new XGBoostSettings(60, 4, 0.3, subsample, columnSample, 0.5, 1, 32, true));
  }

  /** Vectors of the kind, among them one of zeros. */
  private static List<FeatureVector> questions(Toy.Vectors kind) {
    List<FeatureVector> vectors = new ArrayList<>(Toy.of(kind, "pan", 90, 3, 2).vectors());
    vectors.add(kind.zero());
    return vectors;
  }

  private static Toy withAZeroRow(Toy toy) {
    List<FeatureVector> vectors = new ArrayList<>(toy.vectors());
    vectors.set(
        5,
        vectors.get(5) instanceof SparseVector sparse
            ? new SparseVector(sparse.dimension(), new int[0], new float[0])
            : Toy.denseOf(new float[vectors.get(5).dimension()]));
    return new Toy(toy.dataset(), vectors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pan", "nap", "npa", "apn", "pppanppa", "pa", "ap", "na", "an", "np"})
  void probabilitiesAreThoseOfXgboostsOwnModel(String order) throws XGBoostError {
    for (Toy.Vectors kind : List.of(Toy.sparse(), Toy.dense())) {
      Toy toy = withAZeroRow(Toy.of(kind, order, 96, 2.5, 1));
      XGBoostTrainer trainer = trainer(0.8, 0.5);
      List<Stance> stances = List.copyOf(EnumSet.copyOf(toy.dataset().stances()));
      Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
      Booster booster = trainer.fit(toy.dataset(), stances, toy.vectors(), 5);
      List<FeatureVector> questions = questions(kind);
      DMatrix matrix = XGBoostMatrix.of(questions);
      float[][] expected = booster.predict(matrix);
      matrix.dispose();
      booster.dispose();
      Set<Double> seen = new HashSet<>();
      for (int row = 0; row < questions.size(); row++) {
        StanceProbabilities actual = ours.predict(questions.get(row));
        for (Stance stance : Stance.values()) {
          int place = stances.indexOf(stance);
          assertEquals(place < 0 ? 0 : expected[row][place], actual.of(stance), 2e-6);
        }
        seen.add(actual.pro());
        seen.add(actual.anti());
      }
      assertTrue(seen.size() > 60, "the comparison is of many different numbers: " + seen.size());
    }
  }

  /** Without column samples: Tribuo numbers only the features that occur, and would draw others. */
  @ParameterizedTest
  @ValueSource(strings = {"pan", "npa", "pppanppa", "ap", "na"})
  void probabilitiesAreThoseOfTribuosTrainer(String order) {
    for (Toy.Vectors kind : List.of(Toy.sparse(), Toy.dense())) {
      Toy toy = Toy.of(kind, order, 96, 2.5, 1);
      XGBoostTrainer trainer = trainer(1, 1);
      Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
      TribuoData data = new TribuoData(toy.vectors().get(0).dimension());
      Model<Label> tribuo = tribuo(trainer, toy, data);
      for (FeatureVector vector : Toy.of(kind, "pan", 60, 3, 2).vectors()) {
        Map<String, Label> expected = tribuo.predict(data.example("pro", vector)).getOutputScores();
        StanceProbabilities actual = ours.predict(vector);
        for (Stance stance : Stance.values()) {
          Label score = expected.get(stance.label());
          assertEquals(score == null ? 0 : score.getScore(), actual.of(stance), 1e-5);
        }
      }
    }
  }

  private static Model<Label> tribuo(XGBoostTrainer trainer, Toy toy, TribuoData data) {
    MutableDataset<Label> examples = data.dataset(toy.dataset(), toy.vectors());
    Map<Label, Float> weights = TribuoData.balancedWeights(toy.dataset());
    for (Example<Label> example : examples) {
      example.setWeight(weights.get(example.getOutput()));
    }
    int stances = (int) toy.dataset().stances().stream().distinct().count();
    return new XGBoostClassificationTrainer(
            trainer.settings().trees(), trainer.parameters(stances, 5))
        .train(examples);
  }

  @Test
  void theSameNumbersGiveTheSameTreesHoweverTheyAreKept() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 90, 1, 1);
    Toy dense = new Toy(toy.dataset(), toy.vectors().stream().map(v -> dense(v)).toList());
    Classifier fromSparse = trainer(true).train(toy.dataset(), toy.vectors(), 5);
    Classifier fromDense = trainer(true).train(dense.dataset(), dense.vectors(), 5);
    assertArrayEquals(SafeTensors.write(fromSparse.state()), SafeTensors.write(fromDense.state()));
    for (FeatureVector vector : questions(Toy.sparse())) {
      assertEquals(fromSparse.predict(vector), fromDense.predict(dense(vector)));
    }
  }

  private static FeatureVector dense(FeatureVector vector) {
    SparseVector sparse = (SparseVector) vector;
    float[] values = new float[sparse.dimension()];
    for (int i = 0; i < sparse.size(); i++) {
      values[sparse.index(i)] = sparse.value(i);
    }
    return new DenseVector(values);
  }

  @Test
  void anotherSeedGivesOtherTrees() {
    Toy toy = Toy.of(Toy.dense(), "pan", 90, 2, 1);
    assertTrue(
        !trainer(true)
            .train(toy.dataset(), toy.vectors(), 5)
            .state()
            .equals(trainer(true).train(toy.dataset(), toy.vectors(), -6).state()));
  }

  @Test
  void trainingsSideBySideAreLikeOneAfterTheOther() {
    List<Toy> toys =
        List.of(1, 2, 3, 4).stream().map(i -> Toy.of(Toy.dense(), "pan", 90, 2, i)).toList();
    List<byte[]> together = toys.stream().parallel().map(this::bytes).toList();
    for (int i = 0; i < toys.size(); i++) {
      assertArrayEquals(bytes(toys.get(i)), together.get(i));
    }
  }

  private byte[] bytes(Toy toy) {
    return SafeTensors.write(trainer(true).train(toy.dataset(), toy.vectors(), 5).state());
  }

  @Test
  void thereIsATreeForEachRoundAndStance() {
    Toy three = Toy.of(Toy.dense(), "pan", 90, 2, 1);
    Toy two = Toy.of(Toy.dense(), "pn", 90, 2, 1);
    assertEquals(120, trees(three));
    assertEquals(80, trees(two));
  }

  private int trees(Toy toy) {
    return ((TreeEnsembleClassifier) trainer(true).train(toy.dataset(), toy.vectors(), 5)).trees();
  }

  @Test
  void anInfiniteNumberIsRefused() {
    Toy toy = Toy.of(Toy.dense(), "pan", 6, 1, 1);
    List<FeatureVector> vectors = new ArrayList<>(toy.vectors());
    vectors.set(3, Toy.denseOf(0, 1, 2, 3, Float.NEGATIVE_INFINITY, 5, 6, 7));
    assertEquals(
        "a vector holds -Infinity at place 4; boosted trees take finite numbers",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), vectors, 1))
            .getMessage());
  }

  @Test
  void rowsOfZerosAloneTeachTheShares() {
    Toy toy = Toy.of(Toy.dense(), "paaa", 40, 1, 1);
    List<FeatureVector> zeros = toy.vectors().stream().map(v -> vectors().zero()).toList();
    StanceProbabilities probabilities =
        new XGBoostTrainer(new XGBoostSettings(200, 3, 0.3, 1, 1, 0, 0, 64, false))
            .train(toy.dataset(), zeros, 1)
            .predict(vectors().zero());
    assertEquals(0.25, probabilities.pro(), 1e-4);
    assertEquals(0.75, probabilities.anti(), 1e-4);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused("trees must be in [1, 10000], got 0", 0, 3, 0.1, 1, 1, 1, 1, 64);
    refused("depth must be in [1, 12], got 13", 9, 13, 0.1, 1, 1, 1, 1, 64);
    refused("learningRate must be in (0, 1], got 0.0", 9, 3, 0, 1, 1, 1, 1, 64);
    refused("subsample must be in (0, 1], got 1.5", 9, 3, 0.1, 1.5, 1, 1, 1, 64);
    refused("columnSample must be in (0, 1], got NaN", 9, 3, 0.1, 1, Double.NaN, 1, 1, 64);
    refused(
        "minChildWeight must be a finite number of at least 0, got -1.0",
        9,
        3,
        0.1,
        1,
        1,
        -1,
        1,
        64);
    refused(
        "lambda must be a finite number of at least 0, got Infinity",
        9,
        3,
        0.1,
        1,
        1,
        1,
        Double.POSITIVE_INFINITY,
        64);
    refused("bins must be in [2, 1024], got 1", 9, 3, 0.1, 1, 1, 1, 1, 1);
  }

  private static void refused(
      String message,
      int trees,
      int depth,
      double rate,
      double rows,
      double columns,
      double weight,
      double lambda,
      int bins) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new XGBoostSettings(
                        trees, depth, rate, rows, columns, weight, lambda, bins, true))
            .getMessage());
  }

  @Test
  void textThatIsNoTreeIsRefused() {
    for (String text :
        List.of("0:leaf", "0:[f1<2] yes=1,no=2", "0:[f1<2] yes=1,no=2,missing=1\n\t1:leaf=3")) {
      assertThrows(
          IllegalStateException.class,
          () -> XGBoostDump.classifier(new String[] {text}, List.of(Stance.PRO), 3));
    }
  }
}
