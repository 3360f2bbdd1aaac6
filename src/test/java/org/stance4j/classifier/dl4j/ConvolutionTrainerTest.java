package org.stance4j.classifier.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;
import org.stance4j.tensor.SafeTensors;

class ConvolutionTrainerTest extends ClassifierContractTest {
  private static ConvolutionSettings settings(int width, double dropout, boolean balanced) {
    return new ConvolutionSettings(width, 12, dropout, 20, 32, 0.04, 0.0001, balanced);
  }

  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new ConvolutionTrainer(settings(3, 0.1, balanced));
  }

  @Override
  protected Toy.Vectors vectors() {
    return Toy.tokens();
  }

  /** Widths above and below the length of a sentence, even and odd; a batch of all lengths. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.3", "3, 0.3", "4, 0", "9, 0"})
  void probabilitiesAreThoseOfDeeplearning4jsOwnNetwork(int width, double dropout) {
    Toy toy = Toy.of(Toy.tokens(), "pan", 60, 2, 1);
    ConvolutionTrainer trainer = new ConvolutionTrainer(settings(width, dropout, true));
    MultiLayerNetwork network =
        trainer.fit(toy.dataset(), ClassifierTrainer.checkTokens(toy.dataset(), toy.vectors()), 5);
    Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
    Networks.assertSameProbabilities(network, ours, Networks.matrices(45));
  }

  @Test
  void paddingTeachesNothing() {
    Toy toy = Toy.of(Toy.tokens(), "pan", 30, 2, 1);
    MultiLayerNetwork network =
        new ConvolutionTrainer(settings(3, 0, false))
            .fit(toy.dataset(), ClassifierTrainer.checkTokens(toy.dataset(), toy.vectors()), 5);
    Networks.assertGradientsAddUp(network, Networks.matrices(20));
  }

  @Test
  void anotherSeedGivesAnotherNetwork() {
    Toy toy = Toy.of(Toy.tokens(), "pan", 30, 1, 1);
    assertFalse(
        Arrays.equals(
            SafeTensors.write(trainer(true).train(toy.dataset(), toy.vectors(), 1).state()),
            SafeTensors.write(trainer(true).train(toy.dataset(), toy.vectors(), 2).state())));
  }

  @Test
  void vectorsOfSentencesAreRefusedWithAWayOut() {
    Toy toy = Toy.of(Toy.dense(), "pan", 30, 1, 1);
    assertEquals(
        Networks.WANTS_TOKENS,
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer(true).train(toy.dataset(), toy.vectors(), 1))
            .getMessage());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused("width must be in [1, 15], got 0", 0, 1, 0);
    refused("width must be in [1, 15], got 16", 16, 1, 0);
    refused("filters must be in [1, 4096], got 0", 1, 0, 0);
    refused("dropout must be in [0, 1), got 1.0", 1, 1, 1);
  }

  private static void refused(String message, int width, int filters, double dropout) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConvolutionSettings(width, filters, dropout, 1, 1, 1, 0, true))
            .getMessage());
  }
}
