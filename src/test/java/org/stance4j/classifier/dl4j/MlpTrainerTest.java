package org.stance4j.classifier.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;
import org.stance4j.features.DenseVector;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.SafeTensors;

class MlpTrainerTest extends ClassifierContractTest {
  private static MlpSettings settings(double dropout, boolean balanced) {
    return new MlpSettings(16, dropout, 20, 32, 0.02, 0.0001, balanced);
  }

  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new MlpTrainer(settings(0.1, balanced));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void probabilitiesAreThoseOfDeeplearning4jsOwnNetwork(double dropout) {
    Toy toy = Toy.of(Toy.dense(), "pan", 90, 2, 1);
    MlpTrainer trainer = new MlpTrainer(settings(dropout, true));
    MultiLayerNetwork network = trainer.fit(toy.dataset(), toy.vectors(), 5);
    Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
    for (FeatureVector vector : Toy.of(Toy.dense(), "pan", 60, 3, 2).vectors()) {
      try (INDArray input = Nd4j.createFromArray(new float[][] {((DenseVector) vector).values()})) {
        assertArrayEquals(
            network.output(input).toDoubleVector(), ours.predict(vector).toArray(), 1e-5);
      }
    }
  }

  @Test
  void anotherSeedGivesAnotherNetwork() {
    Toy toy = Toy.of(Toy.dense(), "pan", 60, 1, 1);
    assertFalse(
        Arrays.equals(
            SafeTensors.write(trainer(true).train(toy.dataset(), toy.vectors(), 1).state()),
            SafeTensors.write(trainer(true).train(toy.dataset(), toy.vectors(), 2).state())));
  }

  @Test
  void sparseVectorsAreRefusedWithAWayOut() {
    Toy toy = Toy.of(Toy.sparse(), "pan", 30, 1, 1);
    assertEquals(
        "a perceptron takes dense vectors; choose the features 'embedding'",
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), toy.vectors(), 1))
            .getMessage());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused("hidden must be in [1, 4096], got 0", 0, 0, 1, 1, 1, 0);
    refused("dropout must be in [0, 1), got 1.0", 1, 1, 1, 1, 1, 0);
    refused("dropout must be in [0, 1), got NaN", 1, Double.NaN, 1, 1, 1, 0);
    refused("epochs and batch must be at least 1, got 0 and 1", 1, 0, 0, 1, 1, 0);
    refused("epochs and batch must be at least 1, got 1 and 0", 1, 0, 1, 0, 1, 0);
    String rates = "learningRate must be above 0 and weightDecay at least 0, got ";
    refused(rates + "0.0 and 0.0", 1, 0, 1, 1, 0, 0);
    refused(rates + "1.0 and -1.0", 1, 0, 1, 1, 1, -1);
  }

  private static void refused(
      String message,
      int hidden,
      double dropout,
      int epochs,
      int batch,
      double rate,
      double decay) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> new MlpSettings(hidden, dropout, epochs, batch, rate, decay, true))
            .getMessage());
  }
}
