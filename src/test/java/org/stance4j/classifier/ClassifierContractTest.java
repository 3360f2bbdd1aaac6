package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** What every trainer and the classifiers it makes must do; one subclass per backend. */
public abstract class ClassifierContractTest {
  /** A fresh trainer. */
  protected abstract ClassifierTrainer trainer(boolean balanced);

  /** Vectors that the backend takes. */
  protected Toy.Vectors vectors() {
    return Toy.dense();
  }

  private Toy toy(String order, int rows, double spread, long seed) {
    return Toy.of(vectors(), order, rows, spread, seed);
  }

  private Classifier train(Toy toy) {
    return trainer(true).train(toy.dataset(), toy.vectors(), 7);
  }

  @Test
  void probabilitiesAreADistribution() {
    Classifier classifier = train(toy("pan", 90, 1.5, 1));
    for (FeatureVector vector : toy("pan", 60, 5, 2).vectors()) {
      double[] probabilities = classifier.predict(vector).toArray();
      assertEquals(1, probabilities[0] + probabilities[1] + probabilities[2], 1e-9);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Toy toy = toy("pan", 90, 1.5, 1);
    assertArrayEquals(SafeTensors.write(train(toy).state()), SafeTensors.write(train(toy).state()));
    ClassifierTrainer once = trainer(true);
    assertArrayEquals(
        SafeTensors.write(once.train(toy.dataset(), toy.vectors(), 3).state()),
        SafeTensors.write(once.train(toy.dataset(), toy.vectors(), 3).state()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pan", "pna", "apn", "anp", "npa", "nap"})
  void whatCanBeSeparatedIsLearntWhicheverStanceComesFirst(String order) {
    Classifier classifier = train(toy(order, 120, 0.5, 1));
    Toy heldOut = toy("pan", 90, 0.5, 2);
    assertTrue(heldOut.accuracy(classifier) > 0.9, () -> order + heldOut.accuracy(classifier));
  }

  @Test
  void repeatedAndShuffledRowsDoNoHarm() {
    Toy once = toy("pan", 60, 0.5, 1);
    List<Integer> thrice = new ArrayList<>();
    for (int row = 0; row < 180; row++) {
      thrice.add(row % 60);
    }
    Collections.shuffle(thrice, new Random(5));
    Classifier classifier = train(once.select(thrice));
    assertTrue(toy("pan", 90, 0.5, 2).accuracy(classifier) > 0.9);
  }

  /**
   * Chance is 1/3. A cluster may get one label by luck, so the mean over several shuffles counts.
   */
  @Test
  void labelsThatMeanNothingTeachNothing() {
    Toy toy = toy("pan", 150, 2, 1);
    Toy heldOut = toy("pan", 300, 2, 2);
    double accuracy =
        IntStream.range(0, 6)
            .mapToDouble(seed -> heldOut.accuracy(train(toy.withLabelsShuffled(seed))))
            .average()
            .orElseThrow();
    double learnt = heldOut.accuracy(train(toy));
    assertTrue(accuracy > 0.2 && accuracy < 0.45, () -> "accuracy " + accuracy);
    assertTrue(learnt > 0.6, () -> "accuracy " + learnt);
  }

  /** Eight of ten rows are pro, and the clusters overlap. */
  @Test
  void balancingHelpsTheRareStances() {
    Toy skewed = toy("pppanppppp", 200, 3, 1);
    Toy even = toy("pan", 150, 3, 2);
    Classifier balanced = trainer(true).train(skewed.dataset(), skewed.vectors(), 7);
    Classifier plain = trainer(false).train(skewed.dataset(), skewed.vectors(), 7);
    assertTrue(
        even.predicted(balanced, Stance.PRO) + 10 < even.predicted(plain, Stance.PRO),
        () -> even.predicted(balanced, Stance.PRO) + ", " + even.predicted(plain, Stance.PRO));
  }

  @Test
  void aVectorOfZerosIsAnswered() {
    Classifier classifier = train(toy("pan", 60, 0.5, 1));
    double[] probabilities = classifier.predict(vectors().zero()).toArray();
    for (double probability : probabilities) {
      assertTrue(probability > 0.001 && probability < 0.999, () -> "" + probability);
    }
  }

  @Test
  void aZeroVectorAmongTheTrainingRowsDoesNoHarm() {
    Classifier classifier = train(toy("pan", 90, 0.5, 1).withZeros(9));
    assertTrue(toy("pan", 90, 0.5, 2).accuracy(classifier) > 0.9);
  }

  @Test
  void aSingleStanceIsRefused() {
    Toy toy = toy("a", 30, 0.5, 1);
    String message = assertThrows(IllegalArgumentException.class, () -> train(toy)).getMessage();
    assertEquals(
        "dataset toy holds [ANTI] only; a classifier needs at least two stances to learn from",
        message);
  }

  @Test
  void oneVectorTooFewIsRefused() {
    Toy toy = toy("pan", 30, 0.5, 1);
    assertEquals(
        "dataset toy has 30 examples, but there are 29 vectors",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), toy.vectors().subList(0, 29), 1))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pa", "ap", "pn", "np", "an", "na"})
  void ofTwoStancesTheThirdIsNeverPredicted(String order) {
    Classifier classifier = train(toy(order, 90, 0.5, 1));
    Toy heldOut = toy(order, 60, 0.5, 2);
    assertTrue(heldOut.accuracy(classifier) > 0.9, () -> order + heldOut.accuracy(classifier));
    Stance third =
        List.of(Stance.values()).stream()
            .filter(stance -> !heldOut.dataset().stances().contains(stance))
            .findFirst()
            .orElseThrow();
    for (FeatureVector vector : toy("pan", 60, 0.5, 3).vectors()) {
      assertTrue(classifier.predict(vector).of(third) < 0.05);
    }
    assertEquals(0, toy("pan", 60, 3, 3).predicted(classifier, third));
  }

  @Test
  void aVectorOfAnotherLengthIsRefused() {
    Classifier classifier = train(toy("pan", 60, 0.5, 1));
    assertEquals(vectors().zero().dimension(), classifier.dimension());
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> classifier.predict(Toy.denseOf(new float[3])))
            .getMessage();
    assertEquals(
        "classifier takes vectors of " + classifier.dimension() + " numbers, got 3", message);
  }

  @Test
  void aRestoredClassifierGivesTheSameProbabilities() {
    for (String order : List.of("pan", "na")) {
      Classifier classifier = train(toy(order, 60, 1.5, 1));
      Classifier restored = restore(classifier.state());
      assertArrayEquals(SafeTensors.write(classifier.state()), SafeTensors.write(restored.state()));
      assertEquals(classifier.dimension(), restored.dimension());
      for (FeatureVector vector : toy("pan", 30, 2, 2).vectors()) {
        StanceProbabilities expected = classifier.predict(vector);
        assertEquals(expected, restored.predict(vector));
      }
    }
  }

  @Test
  void damagedStatesAreRefused() {
    TensorBundle good = train(toy("pan", 60, 1, 1)).state();
    refused(with(good, "type", "oracle"), "unknown classifier type 'oracle'; known are majority, ");
    for (String name : good.tensors().keySet()) {
      TreeMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
      tensors.remove(name);
      refused(TensorBundle.of(good.metadata(), tensors), "no tensor '" + name + "'");
      tensors.put(name, Tensor.ofText("x"));
      refused(TensorBundle.of(good.metadata(), tensors), "tensor '" + name + "'");
      tensors.put(name, Tensor.ofFloats(new float[0], 0));
      refused(TensorBundle.of(good.metadata(), tensors), "");
      tensors.put(name, Tensor.ofFloats(new float[35], 5, 7));
      refused(TensorBundle.of(good.metadata(), tensors), "");
    }
    refused(TensorBundle.of(Map.of(), good.tensors()), "no setting 'type'");
  }

  private static Classifier restore(TensorBundle state) {
    return ClassifierCodec.restore(SafeTensors.read(SafeTensors.write(state)));
  }

  /** Refuses with this in the message. */
  protected static void refused(TensorBundle state, String reason) {
    String message = assertThrows(TensorFormatException.class, () -> restore(state)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  /** The state with another setting. */
  protected static TensorBundle with(TensorBundle state, String key, String value) {
    TreeMap<String, String> settings = new TreeMap<>(state.metadata());
    settings.put(key, value);
    return new TensorBundle(settings, state.tensors());
  }
}
