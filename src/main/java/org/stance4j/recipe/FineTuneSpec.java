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
              "maxTokens", 8, EncoderSpec.TOKEN_LIMIT, "longer ones are cut, the context included")
          .or(128);
  private static final Key<Integer> PREVIOUS_WORDS =
      Key.integer("previousWords", 0, 400, "words of the sentence before that are read with it")
          .or(0);
  private static final Key<Integer> NEXT_WORDS =
      Key.integer("nextWords", 0, 400, "words of the sentence after that are read with it").or(0);
  private static final Key<Integer> EPOCHS =
      Key.integer("epochs", 1, 1000, "passes over the data").or(3);
  private static final Key<Integer> BATCH =
      Key.integer("batch", 1, 1024, "sentences a step").or(16);
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
  private static final Key<Boolean> BALANCED =
      Key.flag("balanced", "whether every stance weighs the same, however often it occurs")
          .or(true);

  static final List<Key<?>> KEYS =
      List.of(
          ENCODER,
          TRAINED_LAYERS,
          MAX_TOKENS,
          PREVIOUS_WORDS,
          NEXT_WORDS,
          EPOCHS,
          BATCH,
          LEARNING_RATE,
          LAYER_DECAY,
          WARM_UP,
          WEIGHT_DECAY,
          DROPOUT,
          LABEL_SMOOTHING,
          BALANCED);

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
              + " neighbours itself: set them to 0 and give previousWords and nextWords");
    }
    ModelSpec.FineTuned model =
        section.checked(
            () ->
                new ModelSpec.FineTuned(
                    new TunedSpec(encoder.id(), encoder.prefix(), section.get(MAX_TOKENS)),
                    new SentenceInput(
                        section.get(PREVIOUS_WORDS),
                        section.get(NEXT_WORDS),
                        text.targetPrefix(),
                        text.target()),
                    new FineTuneSettings(
                        trained,
                        section.get(EPOCHS),
                        section.get(BATCH),
                        section.get(LEARNING_RATE),
                        section.get(LAYER_DECAY),
                        section.get(WARM_UP),
                        section.get(WEIGHT_DECAY),
                        section.get(DROPOUT),
                        section.get(LABEL_SMOOTHING),
                        section.get(BALANCED))));
    section.finish();
    return model;
  }
}
