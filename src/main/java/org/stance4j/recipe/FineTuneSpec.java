package org.stance4j.recipe;

import java.util.Arrays;
import java.util.List;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
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
          "which encoder is trained");
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
      Key.integer("batchTokens", 1, 65536, "most tokens of a step").or(1024);
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

  static final List<Key<?>> KEYS =
      List.of(
          ENCODER,
          TRAINED_LAYERS,
          MAX_TOKENS,
          PASSAGE_WORDS,
          CONTEXT_WORDS,
          EPOCHS,
          BATCH_TOKENS,
          LEARNING_RATE,
          LAYER_DECAY,
          WARM_UP,
          WEIGHT_DECAY,
          DROPOUT,
          LABEL_SMOOTHING,
          BALANCED,
          STOP_SHARE);

  private FineTuneSpec() {}

  /** The encoder that a section describes; unknown keys are refused. */
  static ModelSpec.FineTuned read(Section section, TextSpec text) {
    EncoderCatalog encoder = EncoderCatalog.of(section.get(ENCODER));
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
    if (text.previousWeight() > 0 || text.nextWeight() > 0) {
      throw section.error(
          "previousWeight and nextWeight are for features; an encoder that learns reads the"
              + " neighbours itself: set them to 0 and give contextWords");
    }
    ModelSpec.FineTuned model =
        section.checked(
            () ->
                new ModelSpec.FineTuned(
                    new TunedSpec(encoder.id(), encoder.prefix(), section.get(MAX_TOKENS)),
                    new SentenceInput(
                        section.get(PASSAGE_WORDS),
                        section.get(CONTEXT_WORDS),
                        text.targetPrefix(),
                        text.target()),
                    new FineTuneSettings(
                        trained,
                        section.get(EPOCHS),
                        section.get(BATCH_TOKENS),
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
