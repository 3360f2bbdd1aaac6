package org.stance4j.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** A baseline learns nothing from vectors, so the contract of those that do is not for it. */
class MajorityClassifierTest {
  private static Classifier train(String order, int rows) {
    Toy toy = Toy.of(Toy.dense(), order, rows, 1, 1);
    return MajorityClassifier.trainer().train(toy.dataset(), toy.vectors(), 1);
  }

  @Test
  void everyVectorGetsTheSharesOfTheTrainingData() {
    Classifier classifier = train("paan", 100);
    for (var vector : List.of(Toy.dense().zero(), Toy.sparse().zero(), Toy.denseOf(9))) {
      assertEquals(new StanceProbabilities(0.25, 0.5, 0.25), classifier.predict(vector));
      assertEquals(Stance.ANTI, classifier.predict(vector).stance());
    }
    assertEquals(0, classifier.dimension());
  }

  @Test
  void aRestoredClassifierGivesTheSameProbabilities() {
    // thirds and sevenths have no exact binary form
    for (String order : List.of("pan", "pppanpp", "n", "np")) {
      Classifier classifier = train(order, 21);
      Classifier restored =
          ClassifierCodec.restore(SafeTensors.read(SafeTensors.write(classifier.state())));
      assertArrayEquals(
          classifier.predict(Toy.denseOf(1)).toArray(), restored.predict(Toy.denseOf(1)).toArray());
    }
  }

  @Test
  void damagedStatesAreRefused() {
    for (Tensor bad :
        List.of(
            Tensor.ofFloats(new float[] {1, 0}, 2),
            Tensor.ofFloats(new float[] {1, 0, 0, 0}, 4),
            Tensor.ofFloats(new float[] {1, 1, 0}, 3),
            Tensor.ofText("abc"))) {
      TensorBundle state =
          TensorBundle.of(java.util.Map.of("type", "majority"), java.util.Map.of("shares", bad));
      assertThrows(TensorFormatException.class, () -> ClassifierCodec.restore(state));
    }
  }

  @Test
  void noExampleAtAllIsRefused() {
    assertEquals(
        "dataset none is empty; there is nothing to count",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MajorityClassifier.trainer()
                        .train(new Dataset("none", List.of()), List.of(), 1))
            .getMessage());
  }
}
