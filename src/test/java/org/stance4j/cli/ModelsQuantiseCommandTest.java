package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.TinyModel;
import org.stance4j.store.ModelStore;
import org.stance4j.store.StoredModel;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.TensorBundle;

/** What is refused before anything is measured; {@code QuantiseIT} has the rest. */
class ModelsQuantiseCommandTest {
  @TempDir Path folder;
  private Path models;
  private Path data;

  @BeforeEach
  void publish() throws IOException {
    models = folder.resolve("models");
    TinyModel.publish(models);
    data = Files.writeString(folder.resolve("fresh.csv"), "text,label\nShips sail.,pro\n");
  }

  /** A second version that claims a trained encoder of that name. */
  private void publishTuned(String encoder) {
    publishTuned(SafeTensors.write(TensorBundle.of(Map.of("encoder", encoder), Map.of())));
  }

  private void publishTuned(byte[] file) {
    ModelStore store = new ModelStore(models);
    StoredModel tiny = store.open(TinyModel.NAME);
    Map<String, byte[]> files = new TreeMap<>(tiny.files());
    files.put("member-1.encoder.safetensors", file);
    store.publish(tiny.manifest(), files);
  }

  private String failure(Object... further) {
    Object[] all = new Object[7 + further.length];
    System.arraycopy(
        new Object[] {"models", "quantise", "tiny", "--data", data, "--models", models},
        0,
        all,
        0,
        7);
    System.arraycopy(further, 0, all, 7, further.length);
    return Cli.failure(all);
  }

  @Test
  void aModelWithoutATrainedEncoderIsRefused() throws IOException {
    List<String> before = Cli.tree(models);
    assertEquals(
        "model tiny@1 holds no encoder that was trained, so there is nothing to put into eight"
            + " bits; name a model of a recipe with a section finetune",
        failure());
    assertEquals(before, Cli.tree(models));
  }

  @Test
  void anEncoderWithoutAGraphInEightBitsIsRefused() {
    publishTuned("all-minilm-l6-v2");
    assertEquals(
        "model tiny@2: encoder all-minilm-l6-v2 has no graph in eight bits; a model that is trained"
            + " on one of bge-small-en-v1.5, e5-small-v2 can be quantised",
        failure());
  }

  @Test
  void anEncoderInAFileOfTheUserIsRefusedWhateverItIsCalled() {
    publishTuned(
        SafeTensors.write(
            TensorBundle.of(
                Map.of("encoder", "e5-small-v2", "encoderOnnxFile", "/my/e5-small-v2"), Map.of())));
    assertEquals(
        "model tiny@2 was trained on an encoder in a file, /my/e5-small-v2, of which no graph in"
            + " eight bits is known; a model that is trained on one of bge-small-en-v1.5,"
            + " e5-small-v2 can be quantised",
        failure());
  }

  @Test
  void aVariantIsNotQuantisedAgain() {
    publishTuned(
        SafeTensors.write(
            TensorBundle.of(
                Map.of("encoder", "e5-small-v2", "servedEncoder", "e5-small-v2-int8"), Map.of())));
    assertEquals(
        "model tiny@2 is in eight bits already: its encoder is e5-small-v2-int8", failure());
  }

  @Test
  void aDamagedEncoderIsToldAsSuch() {
    publishTuned(new byte[3]);
    String message = failure();
    assertTrue(message.startsWith("model tiny@2 is damaged: "), message);
  }

  @Test
  void wrongNamesAndMissingDataAreTold() {
    assertTrue(failure("--as", "../x").startsWith("'../x' is no model name; "));
    assertTrue(
        Cli.failure("models", "quantise", "none", "--data", data, "--models", models)
            .startsWith("unknown model 'none'; "));
    assertTrue(
        Cli.misuse("models", "quantise", "tiny", "--models", models)
            .startsWith("Missing required option: '--data=CSV|DIR'"));
    assertTrue(
        Cli.misuse("models", "quantise", "--data", data)
            .startsWith("Missing required parameter: 'MODEL'"));
  }
}
