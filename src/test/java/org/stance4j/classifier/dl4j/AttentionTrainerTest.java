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

class AttentionTrainerTest extends ClassifierContractTest {
  private static AttentionSettings settings(
      int heads, boolean project, double dropout, boolean balanced) {
    return new AttentionSettings(heads, 6, project, dropout, 12, 16, 0.05, 0.001, balanced);
  }

  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new AttentionTrainer(settings(2, true, 0.1, balanced));
  }

  @Override
  protected Toy.Vectors vectors() {
    return Toy.tokens();
  }

  @ParameterizedTest
  @CsvSource({"1, true, 0.3", "3, true, 0", "1, false, 0.3"})
  void probabilitiesAreThoseOfDeeplearning4jsOwnNetwork(
      int heads, boolean project, double dropout) {
    Toy toy = Toy.of(Toy.tokens(), "pan", 60, 2, 1);
    AttentionTrainer trainer = new AttentionTrainer(settings(heads, project, dropout, true));
    MultiLayerNetwork network =
        trainer.fit(toy.dataset(), ClassifierTrainer.checkTokens(toy.dataset(), toy.vectors()), 5);
    Classifier ours = trainer.train(toy.dataset(), toy.vectors(), 5);
    Networks.assertSameProbabilities(network, ours, Networks.matrices(45));
  }

  @Test
  void paddingTeachesNothing() {
    Toy toy = Toy.of(Toy.tokens(), "pan", 30, 2, 1);
    MultiLayerNetwork network =
        new AttentionTrainer(settings(2, true, 0, false))
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
    refused("heads must be in [1, 64], got 0", 0, 1, true, 0);
    refused("headSize must be in [1, 1024], got 1025", 1, 1025, true, 0);
    refused(
        "heads must be 1 where project is false, got 2: heads without projections would all be the"
            + " same",
        2,
        1,
        false,
        0);
    refused("dropout must be in [0, 1), got -0.1", 1, 1, true, -0.1);
  }

  private static void refused(
      String message, int heads, int headSize, boolean project, double dropout) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> new AttentionSettings(heads, headSize, project, dropout, 1, 1, 1, 0, true))
            .getMessage());
  }
}
