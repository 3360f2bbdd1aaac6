package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.Encoder;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderException;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.encoder.LocalEncoder;
import org.stance4j.encoder.TinyBert;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.model.EncoderModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
import org.stance4j.model.SentenceInput;
import org.stance4j.model.TrainingProgress;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorBundle;

/** Trains and serves encoders in files of the user. */
class LocalEncoderIT {
  /** Two sentences and no more, so that an epoch is one step. */
  private static final Dataset TWO =
      new Dataset(
          "two",
          List.of(
              example("a", "The frigate left the port.", Stance.PRO),
              example("b", "A cake stood on the table.", Stance.ANTI)));

  @TempDir private Path folder = Path.of("");

  private static Example example(String id, String text, Stance stance) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, id, Example.attributes(Map.of()));
  }

  private static FittedModel train(Encoder encoder, EncoderPool pool) {
    return new FineTuneTrainer(
            new TunedSpec(encoder, "", 64, false),
            new SentenceInput(60, 10, false, ""),
            new FineTuneSettings(2, 2, 64, 1, 1e-3, 0.9, 0.1, 0.01, 0.1, 0, true, 0),
            pool,
            TrainingProgress.SILENT)
        .train(TWO, 17);
  }

  private LocalEncoder local(byte[] graph) throws IOException {
    return LocalEncoder.open(
        Files.write(folder.resolve("my.onnx"), graph),
        Files.write(folder.resolve("my.json"), EncoderCatalog.MINILM.tokenizer()),
        0);
  }

  @Test
  void anEncoderInFilesLearnsWhatTheSameOneOfTheCatalogLearns() throws IOException {
    LocalEncoder encoder = local(EncoderCatalog.MINILM.graph());
    List<Sentence> sentences = TWO.sentences();
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel shipped = train(EncoderCatalog.MINILM, pool);
        FittedModel mine = train(encoder, pool)) {
      List<StanceProbabilities> predictions = mine.predict(sentences);
      assertEquals(shipped.predict(sentences), predictions);
      SortedMap<String, byte[]> files = mine.files("");
      TensorBundle state = SafeTensors.read(content(mine));
      TensorBundle expected = SafeTensors.read(content(shipped));
      SortedMap<String, String> settings = new TreeMap<>(expected.metadata());
      settings.put("encoder", "my.onnx");
      settings.put("encoderOnnxFile", encoder.onnxFile().toString());
      settings.put("encoderTokenizerFile", encoder.tokenizerFile().toString());
      settings.put("tokenizerSha256", EncoderCatalog.MINILM.tokenizerSha256());
      settings.put("heads", "12");
      assertArrayEquals(
          SafeTensors.write(new TensorBundle(settings, expected.tensors())),
          SafeTensors.write(state));
      try (FittedModel restored = ModelFiles.restore(files, pool)) {
        assertEquals(predictions, restored.predict(sentences));
        assertArrayEquals(content(mine), content(restored));
      }
      Files.delete(encoder.onnxFile());
      String message =
          assertThrows(EncoderException.class, () -> ModelFiles.restore(files, pool)).getMessage();
      assertTrue(
          message.startsWith("the model was trained from the encoder file " + encoder.onnxFile()),
          message);
    }
  }

  private static byte[] content(FittedModel model) {
    return model.files("").get(EncoderModel.ENCODER_FILE);
  }

  @Test
  void anEncoderOfAnotherSizeAndExporterIsTrainedAndServed() throws IOException {
    LocalEncoder encoder = local(TinyBert.file());
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel model = train(encoder, pool)) {
      List<StanceProbabilities> predictions = model.predict(TWO.sentences());
      try (FittedModel restored = ModelFiles.restore(model.files(""), pool)) {
        assertEquals(predictions, restored.predict(TWO.sentences()));
      }
    }
  }

  @Test
  void anEncoderWhoseLayersComputeOtherwiseIsRefusedBeforeTheTraining() throws IOException {
    LocalEncoder encoder =
        local(
            TinyBert.file(
                graph ->
                    // in each layer erf(x · √2) instead of erf(x / √2)
                    graph.getNodeBuilderList().stream()
                        .filter(node -> node.getOpType().equals("Div"))
                        .forEach(node -> node.setOpType("Mul"))));
    try (EncoderPool pool = new EncoderPool(null)) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> train(encoder, pool).close())
              .getMessage();
      assertTrue(
          message.startsWith("the layers that are trained and those of the graph differ by "),
          message);
      assertTrue(message.endsWith("my.onnx does not compute its layers as BERT does"), message);
    }
  }
}
