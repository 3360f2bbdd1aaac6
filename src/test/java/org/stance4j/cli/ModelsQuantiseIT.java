package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderChanges;
import org.stance4j.encoder.EncoderDelta;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.EncoderWeight;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.model.EncoderModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
import org.stance4j.model.SentenceInput;
import org.stance4j.pipeline.TinyModel;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelStore;
import org.stance4j.store.StoredModel;
import org.stance4j.tensor.LowBitRows;
import org.stance4j.tensor.Tensor;

/** A real encoder in eight bits, changed by hand where a training would change it. */
class ModelsQuantiseIT {
  private static final EncoderCatalog ENCODER = EncoderCatalog.E5_SMALL;
  private static final int HIDDEN = 384;
  private static final int INNER = 1536;

  /** Number in the name of the first layer's last matrix, and what the next layer's has on top. */
  private static final int FIRST_OUTPUT = 1537;

  private static final int MATRICES = 13;
  private static final String RECIPE =
      """
      name: toy
      description: Ships against cakes.
      finetune:
        encoder: e5-small-v2
        trainedLayers: 1
        maxTokens: 64
      """;

  private static final List<String> LEARNT_SHIPS = texts("The %s left the port.", "frigate tanker");
  private static final List<String> LEARNT_CAKES =
      texts("A %s stood on the table.", "sponge brioche");
  private static final List<String> SHIPS =
      texts("The %s came into the harbour.", "destroyer minehunter submarine ferry");
  private static final List<String> CAKES =
      texts("She had baked a %s with sugar.", "tart biscuit muffin pudding");

  @TempDir static Path folder;
  private static Path models;
  private static float[] direction;

  private static List<String> texts(String pattern, String nouns) {
    return List.of(nouns.split(" ")).stream().map(pattern::formatted).toList();
  }

  @BeforeAll
  static void publish() {
    models = folder.resolve("models");
    TinyModel.publish(models);
    direction = direction();
  }

  /** From the mean vector of the cakes to that of the ships. */
  private static float[] direction() {
    float[] direction = new float[HIDDEN];
    try (EncoderPool pool = new EncoderPool(null)) {
      SentenceEncoder encoder =
          pool.encoder(
              new EncoderSpec(ENCODER.id(), List.of(12), Pooling.MEAN, ENCODER.prefix(), 64));
      float[][] ships = encoder.encode(LEARNT_SHIPS);
      float[][] cakes = encoder.encode(LEARNT_CAKES);
      for (int i = 0; i < HIDDEN; i++) {
        direction[i] = ships[0][i] + ships[1][i] - cakes[0][i] - cakes[1][i];
      }
    }
    return direction;
  }

  /** Pro towards the ships, anti towards the cakes, hardly ever neutral. */
  private static FittedModel model(EncoderChanges changes) {
    float bias = 0;
    try (EncoderModel unbiased = model(changes, 0)) {
      for (StanceProbabilities learnt : unbiased.predict(sentences(LEARNT_SHIPS, LEARNT_CAKES))) {
        bias -= (float) Math.log(learnt.pro() / learnt.anti()) / 4;
      }
    }
    return model(changes, bias);
  }

  private static EncoderModel model(EncoderChanges changes, float bias) {
    float[] head = new float[HIDDEN * 3];
    for (int i = 0; i < HIDDEN; i++) {
      head[3 * i] = direction[i];
    }
    return EncoderModel.of(
        new TunedSpec(ENCODER, ENCODER.prefix(), 64, false),
        new SentenceInput(60, 0, false, ""),
        changes,
        head,
        new float[] {bias, 0, -50});
  }

  /** Small changes of two matrices and of a vector. */
  private static EncoderChanges changes() {
    Random random = new Random(17);
    return new EncoderChanges(
        List.of(
            new EncoderWeight(
                "encoder.layer.11.output.dense.bias",
                "encoder.layer.11.output.dense.bias",
                Tensor.ofFloats(numbers(random, HIDDEN), HIDDEN))),
        List.of(
            new EncoderDelta(
                "encoder.layer.11.intermediate.dense.weight",
                "onnx::MatMul_1679",
                LowBitRows.of(numbers(random, HIDDEN * INNER), HIDDEN, 2)),
            new EncoderDelta(
                "encoder.layer.11.output.dense.weight",
                "onnx::MatMul_1680",
                LowBitRows.of(numbers(random, INNER * HIDDEN), INNER, 2))));
  }

  private static float[] numbers(Random random, int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian() / 500;
    }
    return numbers;
  }

  /**
   * In each layer, the same amount on top of every output of one input: the layer norm behind it
   * takes it away again. But in eight bits it leaves nothing of the other weights.
   */
  private static EncoderChanges outliers() {
    float[] difference = new float[INNER * HIDDEN];
    Arrays.fill(difference, 0, HIDDEN, 25);
    LowBitRows rows = LowBitRows.of(difference, INNER, 2);
    List<EncoderDelta> deltas = new ArrayList<>();
    for (int layer = 0; layer < ENCODER.layers(); layer++) {
      deltas.add(
          new EncoderDelta(
              "encoder.layer." + layer + ".output.dense.weight",
              "onnx::MatMul_" + (FIRST_OUTPUT + MATRICES * layer),
              rows));
    }
    return new EncoderChanges(List.of(), deltas);
  }

  private static List<Sentence> sentences(List<String> some, List<String> others) {
    List<Sentence> sentences = new ArrayList<>();
    some.forEach(text -> sentences.add(Sentence.alone("s" + sentences.size(), text)));
    others.forEach(text -> sentences.add(Sentence.alone("s" + sentences.size(), text)));
    return sentences;
  }

  private static void publish(String name, FittedModel model) {
    ModelStore store = new ModelStore(models);
    StoredModel tiny = store.open(TinyModel.NAME);
    ModelManifest known = tiny.manifest();
    Map<String, byte[]> files = new TreeMap<>(model.files(""));
    files.put("training-texts.safetensors", tiny.file("training-texts.safetensors"));
    files.put("recipe.yaml", RECIPE.getBytes(StandardCharsets.UTF_8));
    store.publish(
        new ModelManifest(
            ModelManifest.FORMAT_VERSION,
            name,
            1,
            "toy",
            "tokens",
            "finetune",
            known.labels(),
            new TreeMap<>(),
            new TreeMap<>(),
            17,
            new TreeMap<>(Map.of("prior.pro", 0.5, "crossValidated.macroF1", 0.9)),
            new TreeMap<>(),
            new TreeMap<>()),
        files);
  }

  private static Path csv(String name, List<String> texts, List<String> labels) throws IOException {
    StringBuilder csv = new StringBuilder("text,label\n");
    for (int i = 0; i < texts.size(); i++) {
      csv.append(texts.get(i)).append(',').append(labels.get(i)).append('\n');
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  private static List<String> fresh() {
    List<String> fresh = new ArrayList<>(SHIPS);
    fresh.addAll(CAKES);
    return fresh;
  }

  @Test
  void aVariantThatIsAsGoodIsPublished() throws IOException {
    List<Sentence> sentences = sentences(SHIPS, CAKES);
    List<StanceProbabilities> original;
    try (FittedModel model = model(changes())) {
      original = model.predict(sentences);
      publish("toy", model);
    }
    Path data =
        csv(
            "fresh.csv",
            fresh(),
            List.of("pro", "pro", "pro", "pro", "anti", "anti", "anti", "anti"));
    Cli done = Cli.done("models", "quantise", "toy", "--data", data, "--models", models);
    assertTrue(done.out().startsWith("fresh: 8 sentences in "), done.out());
    assertTrue(done.out().contains("\ntoy@1  "), done.out());
    assertTrue(done.out().contains("\ndifference in macro-F1: 0.000 "), done.out());
    assertTrue(done.out().endsWith("Published toy-int8@1 in " + models + "\n"), done.out());
    Cli again =
        Cli.done(
            "models", "quantise", "toy@1", "--data", data, "--models", models, "--as", "toy-int8");
    assertTrue(again.out().endsWith("Published toy-int8@2 in " + models + "\n"), again.out());

    ModelStore store = new ModelStore(models);
    StoredModel variant = store.open("toy-int8@1");
    StoredModel twin = store.open("toy-int8@2");
    assertEquals(
        List.of(
            "MODEL_CARD.md",
            "encoder.safetensors",
            "evaluation.json",
            "provenance.json",
            "recipe.yaml",
            "training-texts.safetensors"),
        List.copyOf(variant.files().keySet()));
    variant
        .files()
        .forEach(
            (name, content) -> {
              if (!name.equals("provenance.json")) {
                assertArrayEquals(content, twin.file(name), name);
              }
            });
    assertEquals("e5-small-v2", variant.manifest().encoder().get("1.id"));
    assertEquals("e5-small-v2-int8", variant.manifest().encoder().get("2.id"));
    assertTrue(
        new String(variant.file("recipe.yaml"), StandardCharsets.UTF_8)
            .contains("eightBits: true"));
    assertEquals(
        List.of("heldOut.accuracy", "heldOut.macroF1", "prior.pro"),
        List.copyOf(variant.manifest().metrics().keySet()));
    // two matrices of 0.6 million numbers in two bits
    int bytes = variant.file("encoder.safetensors").length;
    assertTrue(bytes > 295_000 && bytes < 325_000, () -> "" + bytes);
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel restored = ModelFiles.restore(variant.files(), pool)) {
      List<StanceProbabilities> rounded = restored.predict(sentences);
      for (int i = 0; i < rounded.size(); i++) {
        assertEquals(original.get(i).stance(), rounded.get(i).stance());
        assertEquals(original.get(i).pro(), rounded.get(i).pro(), 0.1);
      }
    }
    assertEquals(
        "toy-int8@1 ok\n", Cli.done("models", "verify", "toy-int8@1", "--models", models).out());
    String list = Cli.done("models", "list", "--models", models).out();
    assertTrue(list.contains("  toy-int8@1               macro-F1 "), list);
    assertTrue(list.contains(" held out "), list);
  }

  @Test
  void aVariantThatLosesTooMuchIsNotWritten() throws IOException {
    List<String> labels = new ArrayList<>();
    try (FittedModel model = model(outliers())) {
      model.predict(sentences(SHIPS, CAKES)).forEach(each -> labels.add(each.stance().label()));
      publish("outlier", model);
    }
    assertEquals(List.of("pro", "pro", "pro", "pro", "anti", "anti", "anti", "anti"), labels);
    Path data = csv("outlier.csv", fresh(), labels);
    List<String> before = Cli.tree(models.resolve("outlier"));
    Cli refused = Cli.run("models", "quantise", "outlier", "--data", data, "--models", models);
    assertEquals(1, refused.code(), refused.out());
    assertTrue(refused.out().contains("largest move of a probability: 0."), refused.out());
    assertTrue(
        refused
            .err()
            .matches(
                "stance: macro-F1 falls by 0\\.\\d{4}, and at most 0\\.005 is allowed; no variant"
                    + " was written\\. outlier@1 stays as it is: .*\\n"),
        refused.err());
    assertEquals(before, Cli.tree(models.resolve("outlier")));
    assertTrue(Files.notExists(models.resolve("outlier-int8")));
  }

  @Test
  void dataThatTheModelWasTrainedOnAreRefused() throws IOException {
    try (FittedModel model = model(changes(), 0)) {
      publish("seen", model);
    }
    Path data =
        csv(
            "seen.csv",
            fresh(),
            List.of("pro", "pro", "pro", "pro", "anti", "anti", "anti", "anti"));
    Files.writeString(
        data, "Allies welcome the pact because it brings safety.,pro\n", StandardOpenOption.APPEND);
    String message = Cli.failure("models", "quantise", "seen", "--data", data, "--models", models);
    assertTrue(
        message.startsWith("model seen@1 was trained on 1 of the 9 sentences of seen, the first "),
        message);
  }
}
