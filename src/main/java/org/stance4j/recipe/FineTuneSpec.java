package org.stance4j.recipe;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stance4j.encoder.Encoder;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderException;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.LocalEncoder;
import org.stance4j.encoder.TunedSpec;
import org.stance4j.finetune.FineTuneSettings;
import org.stance4j.model.SentenceInput;

/** The section {@code finetune} of a recipe: an encoder that learns. */
final class FineTuneSpec {
  /** Room for a sentence of some words. */
  private static final int MIN_TOKENS = 32;

  private static final Key<String> ENCODER =
      Key.choice(
          "encoder",
          Arrays.stream(EncoderCatalog.values())
              .filter(encoder -> encoder.weights() == EncoderCatalog.Weights.FLOAT32)
              .map(EncoderCatalog::id)
              .toList(),
          "which encoder is trained; or a mapping, for an encoder in files of yours");
  private static final Key<String> ONNX =
      Key.text("onnx", "its graph: an ONNX file of a BERT-style encoder in single precision");
  private static final Key<String> TOKENIZER =
      Key.text("tokenizer", "its tokenizer: a file tokenizer.json of Hugging Face's");
  private static final Key<String> PREFIX =
      Key.anyText("prefix", "put in front of every text, as the encoder was trained").or("");
  private static final Key<Integer> HEADS =
      Key.integer("heads", 0, 256, "attention heads of a layer; 0: as the graph tells").or(0);
  private static final Key<Integer> TRAINED_LAYERS =
      Key.integer("trainedLayers", 1, 48, "layers that learn, from the top").or(3);
  private static final Key<Integer> MAX_TOKENS =
      Key.integer(
              "maxTokens",
              MIN_TOKENS,
              EncoderSpec.TOKEN_LIMIT,
              "longer passages are cut, the context first")
          .or(320);
  private static final Key<Integer> PASSAGE_WORDS =
      Key.integer("passageWords", 1, 400, "words of consecutive sentences that are read at once")
          .or(170);
  private static final Key<Integer> CONTEXT_WORDS =
      Key.integer("contextWords", 0, 400, "words that are read before them, and as many after")
          .or(12);
  private static final Key<Integer> EPOCHS =
      Key.integer("epochs", 1, 1000, "passes over the data").or(3);
  private static final Key<Integer> BATCH_TOKENS =
      Key.integer("batchTokens", 1, 65536, "most tokens that are worked on at once").or(1024);
  private static final Key<Integer> BATCHES_PER_STEP =
      Key.integer("batchesPerStep", 1, 1024, "batches whose gradients are added up before a step")
          .or(1);
  private static final Key<Double> LEARNING_RATE =
      Key.positive("learningRate", "highest step size of AdamW").or(0.0002);
  private static final Key<Double> LAYER_DECAY =
      Key.number("layerDecay", 0.01, 1, "factor of the step size from one layer to that below")
          .or(0.9);
  private static final Key<Double> WARM_UP =
      Key.share("warmUp", "share of the steps in which the step size rises").or(0.1);
  private static final Key<Double> WEIGHT_DECAY =
      Key.number("weightDecay", 0, Double.POSITIVE_INFINITY, "decay of the matrices").or(0.01);
  private static final Key<Double> DROPOUT =
      Key.share("dropout", "share of the numbers behind each sublayer that a step leaves out")
          .or(0.1);
  private static final Key<Double> LABEL_SMOOTHING =
      Key.share("labelSmoothing", "share of each label that is spread over all stances").or(0.0);
  private static final Key<Double> STOP_SHARE =
      Key.number(
              "stopShare",
              0,
              FineTuneSettings.MOST_STOP_SHARE,
              "share of the groups that only tells which epoch is best; 0: keep the last")
          .or(0.0);
  private static final Key<Boolean> BALANCED =
      Key.flag("balanced", "whether every stance weighs the same, however often it occurs")
          .or(true);

  /** The key that a variant in eight bits sets. */
  static final Key<Boolean> EIGHT_BITS =
      Key.flag("eightBits", "whether the trained encoder is served in eight bits, faster")
          .or(false);

  static final List<Key<?>> KEYS =
      List.of(
          ENCODER,
          TRAINED_LAYERS,
          MAX_TOKENS,
          PASSAGE_WORDS,
          CONTEXT_WORDS,
          EPOCHS,
          BATCH_TOKENS,
          BATCHES_PER_STEP,
          LEARNING_RATE,
          LAYER_DECAY,
          WARM_UP,
          WEIGHT_DECAY,
          DROPOUT,
          LABEL_SMOOTHING,
          BALANCED,
          STOP_SHARE,
          EIGHT_BITS);

  static final List<Key<?>> ENCODER_KEYS = List.of(ONNX, TOKENIZER, PREFIX, HEADS);

  private FineTuneSpec() {}

  /**
   * An encoder and its prefix.
   *
   * @param prefix as the encoder was trained
   */
  private record Base(Encoder encoder, String prefix) {}

  private static Base base(Section section, @Nullable Path folder) {
    if (!section.isMapping(ENCODER.name())) {
      EncoderCatalog encoder = EncoderCatalog.of(section.get(ENCODER));
      return new Base(encoder, encoder.prefix());
    }
    Section files = section.section(ENCODER.name());
    Path onnx = file(files, ONNX, folder);
    Path tokenizer = file(files, TOKENIZER, folder);
    String prefix = files.get(PREFIX);
    int heads = files.get(HEADS);
    files.finish();
    LocalEncoder encoder;
    try {
      encoder = LocalEncoder.open(onnx, tokenizer, heads);
    } catch (EncoderException | IllegalArgumentException e) {
      throw files.errorAt(ONNX.name(), String.valueOf(e.getMessage()));
    }
    try {
      encoder.checkTokenizer();
    } catch (EncoderException e) {
      throw files.errorAt(TOKENIZER.name(), String.valueOf(e.getMessage()));
    }
    return new Base(encoder, prefix);
  }

  private static Path file(Section files, Key<String> key, @Nullable Path folder) {
    String name = files.get(key);
    try {
      Path file = Recipes.path(name, folder);
      if (!Files.isRegularFile(file)) {
        throw files.errorAt(key.name(), key.name() + ": there is no file " + file);
      }
      return file;
    } catch (InvalidPathException e) {
      throw files.errorAt(key.name(), key.name() + ": '" + name + "' is no path: " + e.getReason());
    }
  }

  /**
   * The values of a section whose paths are relative to another folder.
   *
   * @param values of the section
   * @param path what a path becomes
   */
  static Map<String, Object> moved(Map<?, ?> values, UnaryOperator<String> path) {
    Map<String, Object> moved = new LinkedHashMap<>();
    values.forEach((key, value) -> moved.put(String.valueOf(key), value));
    if (values.get(ENCODER.name()) instanceof Map<?, ?> files) {
      Map<String, Object> others = new LinkedHashMap<>();
      files.forEach((key, value) -> others.put(String.valueOf(key), value));
      for (Key<String> key : List.of(ONNX, TOKENIZER)) {
        others.put(key.name(), path.apply(String.valueOf(files.get(key.name()))));
      }
      moved.put(ENCODER.name(), others);
    }
    return moved;
  }

  /**
   * The encoder that a section describes; unknown keys are refused.
   *
   * @param folder that paths are relative to; {@code null} for the working folder
   */
  static ModelSpec.FineTuned read(Section section, TextSpec text, @Nullable Path folder) {
    Base base = base(section, folder);
    Encoder encoder = base.encoder();
    int trained = section.get(TRAINED_LAYERS);
    if (trained > encoder.layers()) {
      throw section.errorAt(
          TRAINED_LAYERS.name(),
          "trainedLayers: encoder "
              + encoder.id()
              + " has "
              + encoder.layers()
              + " layers, got "
              + trained);
    }
    ModelSpec.FineTuned model =
        section.checked(
            () ->
                new ModelSpec.FineTuned(
                    new TunedSpec(
                        encoder, base.prefix(), section.get(MAX_TOKENS), section.get(EIGHT_BITS)),
                    new SentenceInput(
                        section.get(PASSAGE_WORDS),
                        section.get(CONTEXT_WORDS),
                        text.targetPrefix(),
                        text.target()),
                    new FineTuneSettings(
                        trained,
                        section.get(EPOCHS),
                        section.get(BATCH_TOKENS),
                        section.get(BATCHES_PER_STEP),
                        section.get(LEARNING_RATE),
                        section.get(LAYER_DECAY),
                        section.get(WARM_UP),
                        section.get(WEIGHT_DECAY),
                        section.get(DROPOUT),
                        section.get(LABEL_SMOOTHING),
                        section.get(BALANCED),
                        section.get(STOP_SHARE))));
    section.finish();
    return model;
  }
}
