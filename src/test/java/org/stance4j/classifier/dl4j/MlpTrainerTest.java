package org.stance4j.classifier.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

  /** Three layers of four numbers; only the second one knows the stance. */
  private static Toy layers(long seed) {
    Random random = new Random(seed);
    Toy toy = Toy.of(Toy.dense(), "pan", 600, 1, seed);
    List<FeatureVector> vectors = new ArrayList<>();
    for (FeatureVector vector : toy.vectors()) {
      float[] values = new float[12];
      for (int k = 0; k < values.length; k++) {
        values[k] =
            k / 4 == 1 ? ((DenseVector) vector).values()[k - 4] : (float) random.nextGaussian();
      }
      vectors.add(Toy.denseOf(values));
    }
    return new Toy(toy.dataset(), vectors);
  }

  private static MlpTrainer mixing(int layers) {
    return new MlpTrainer(new MlpSettings(16, 0.1, 20, 32, 0.02, 0.0001, true, layers));
  }

  @Test
  void theMixIsThatOfDeeplearning4jsOwnNetwork() {
    Toy toy = layers(1);
    MultiLayerNetwork network = mixing(3).fit(toy.dataset(), toy.vectors(), 5);
    Classifier ours = mixing(3).train(toy.dataset(), toy.vectors(), 5);
    for (FeatureVector vector : layers(2).vectors().subList(0, 30)) {
      try (INDArray input = Nd4j.createFromArray(new float[][] {((DenseVector) vector).values()})) {
        assertArrayEquals(
            network.output(mixing(3).shaped(input)).toDoubleVector(),
            ours.predict(vector).toArray(),
            1e-5);
      }
    }
  }

  /**
   * The weights of the first matrix that belong to one layer are that layer's weight times the same
   * matrix, so their lengths are in the proportions of the mix. Equal at the start.
   */
  @Test
  void theLayerThatKnowsTheStanceWeighsMost() {
    Toy toy = layers(1);
    Classifier classifier = mixing(3).train(toy.dataset(), toy.vectors(), 5);
    float[] weights = classifier.state().tensor("hiddenWeights").floats();
    double[] lengths = new double[3];
    for (int i = 0; i < weights.length; i++) {
      lengths[i % 12 / 4] += (double) weights[i] * weights[i];
    }
    assertTrue(Math.sqrt(lengths[1] / lengths[0]) > 3, () -> Arrays.toString(lengths));
    assertTrue(Math.sqrt(lengths[1] / lengths[2]) > 3, () -> Arrays.toString(lengths));
  }

  @Test
  void vectorsThatAreNotThatManyLayersAreRefused() {
    Toy toy = layers(1);
    assertEquals(
        "vectors of 12 numbers are not 5 layers of one size; set mixLayers to the number of layers"
            + " in the features, or to 0 for no mix",
        assertThrows(
                IllegalArgumentException.class,
                () -> mixing(5).train(toy.dataset(), toy.vectors(), 1))
            .getMessage());
    assertEquals(
        "mixLayers must be at least 0, got -1",
        assertThrows(IllegalArgumentException.class, () -> mixing(-1)).getMessage());
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
