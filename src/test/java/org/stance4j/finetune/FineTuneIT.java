package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.Passage;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.model.EncoderModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.SentenceInput;
import org.stance4j.model.TrainingProgress;

/** Trains and serves the real encoders. */
class FineTuneIT {
  private static final SentenceInput ALONE = new SentenceInput(60, 10, false, "");
  private static final List<String> SHIPS =
      List.of("frigate", "tanker", "destroyer", "minehunter", "submarine", "ferry");
  private static final List<String> CAKES =
      List.of("sponge", "tart", "brioche", "biscuit", "muffin", "pudding");

  private static FineTuneSettings settings(int layers, int epochs) {
    return new FineTuneSettings(layers, epochs, 48, 1, 3e-4, 0.9, 0.1, 0.01, 0.1, 0, true, 0);
  }

  private static FineTuneTrainer trainer(
      EncoderCatalog encoder, FineTuneSettings settings, EncoderSource encoders) {
    return new FineTuneTrainer(spec(encoder), ALONE, settings, encoders, TrainingProgress.SILENT);
  }

  private static TunedSpec spec(EncoderCatalog encoder) {
    return new TunedSpec(encoder, encoder.prefix(), 64, false);
  }

  /** Ships are pro and cakes are anti. */
  private static Dataset dataset(int from, int to) {
    List<Example> examples = new ArrayList<>();
    for (int i = from; i < to; i++) {
      examples.add(example("s" + i, "The " + SHIPS.get(i) + " left the port.", Stance.PRO));
      examples.add(example("c" + i, "A " + CAKES.get(i) + " stood on the table.", Stance.ANTI));
    }
    return new Dataset("ships and cakes", examples);
  }

  private static Example example(String id, String text, Stance stance) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, id, Example.attributes(Map.of()));
  }

  /** Two layers of ours on the graph's own lower layers give what the whole graph gives. */
  @ParameterizedTest
  @EnumSource(
      value = EncoderCatalog.class,
      names = {"MINILM", "BGE_SMALL", "E5_SMALL"})
  void trainedLayersScoreAsTheGraphInOnnxRuntime(EncoderCatalog encoder) {
    EncoderWeights weights = EncoderWeights.read(encoder.graph(), 0, encoder.id() + ".onnx");
    assertEquals(new EncoderShape(encoder.layers(), 384, 12, 1e-12), weights.shape());
    try (EncoderPool pool = new EncoderPool(null);
        FineTuner tuner = new FineTuner(weights, settings(2, 1), 17)) {
      FineTuneTrainer trainer = trainer(encoder, settings(2, 1), pool);
      for (Passage passage :
          List.of(
              Passage.of("The frigate left the port before dawn."),
              new Passage(
                  List.of("The frigate left.", "Nobody saw it.", "Why?", "The quay was empty."),
                  1,
                  3))) {
        double difference = trainer.difference(tuner, passage);
        assertTrue(difference <= 1e-4, () -> encoder + ": " + difference);
      }
    }
  }

  @Test
  void itLearnsAndAServedModelScoresAsTheTrainedOne() {
    Dataset unseen = dataset(4, 6);
    try (EncoderPool pool = new EncoderPool(null)) {
      FineTuneTrainer trainer = trainer(EncoderCatalog.MINILM, settings(1, 4), pool);
      SortedMap<String, byte[]> files;
      List<StanceProbabilities> predictions;
      try (FittedModel model = trainer.train(dataset(0, 4), 17)) {
        predictions = model.predict(unseen.sentences());
        files = model.files("");
      }
      List<Stance> found = predictions.stream().map(StanceProbabilities::stance).toList();
      assertEquals(unseen.stances(), found);
      assertEquals(List.of(EncoderModel.ENCODER_FILE), List.copyOf(files.keySet()));
      byte[] file = files.values().iterator().next();
      // one layer of 1.8 million numbers in two bits
      assertTrue(file.length > 440_000 && file.length < 480_000, () -> "" + file.length);
      try (FittedModel restored = ModelFiles.restore(files, pool)) {
        assertEquals(predictions, restored.predict(unseen.sentences()));
        assertArrayEquals(file, restored.files("").values().iterator().next());
      }
      try (FittedModel again = trainer.train(dataset(0, 4), 17);
          FittedModel other = trainer.train(dataset(0, 4), 18)) {
        assertArrayEquals(file, again.files("").values().iterator().next());
        assertFalse(Arrays.equals(file, other.files("").values().iterator().next()));
      }
    }
  }

  @Test
  void theBestEpochIsKeptByWhatWasHeldOut() {
    List<String> steps = new ArrayList<>();
    List<String> results = new ArrayList<>();
    FineTuneSettings settings =
        new FineTuneSettings(1, 9, 48, 1, 3e-4, 0.9, 0.1, 0.01, 0.1, 0, true, 0.25);
    try (EncoderPool pool = new EncoderPool(null)) {
      ModelTrainer trainer =
          trainer(EncoderCatalog.MINILM, settings, pool)
              .telling(
                  new TrainingProgress() {
                    @Override
                    public void step(String message) {
                      steps.add(message);
                    }

                    @Override
                    public void result(String message) {
                      results.add(message);
                    }
                  });
      try (FittedModel model = trainer.train(dataset(0, 4), 17)) {
        assertEquals(2, model.predict(dataset(4, 5).sentences()).size());
      }
    }
    assertTrue(
        steps.get(0).matches("epoch 1/9, step 1/\\d+, loss \\d\\.\\d{3}, .* left"), steps.get(0));
    assertTrue(
        results.get(1).startsWith("rounding what is stored moves a probability by at most 0.0"),
        results::toString);
    // once all is right nothing gets better, so a training of nine epochs ends early
    assertTrue(
        results.get(0).matches("kept epoch [1-7], macro-F1 on groups held out 1\\.000"),
        results::toString);
  }

  @Test
  void aGraphInEightBitsCannotBeTrained() {
    EncoderCatalog encoder = EncoderCatalog.E5_SMALL_INT8;
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> EncoderWeights.read(encoder.graph(), encoder.heads(), "e5.onnx"));
    assertTrue(
        String.valueOf(failure.getMessage())
            .startsWith("e5.onnx is not a BERT-style encoder as exported by"),
        failure.getMessage());
  }
}
