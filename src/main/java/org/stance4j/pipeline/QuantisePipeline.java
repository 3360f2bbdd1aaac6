package org.stance4j.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.QuantisedCard;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import org.stance4j.store.ModelStoreException;
import org.stance4j.store.StoredModel;
import org.stance4j.tensor.TensorFormatException;

/**
 * From a model whose encoder was trained to a faster variant with the encoder in eight bits, which
 * is published if it does nearly as well on data that the model was not trained on.
 */
public final class QuantisePipeline {
  private static final String MODEL_FILES = ".safetensors";

  private final ModelStore store;
  private final Clock clock;

  /**
   * A pipeline that publishes to a store.
   *
   * @param clock tells the time of creation
   */
  public QuantisePipeline(ModelStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The name that the variant of a model has unless another is given. */
  public String variantName(String model) {
    return store.manifest(model).name() + "-int8";
  }

  /**
   * Makes the variant, measures both and publishes the variant if its macro-F1 falls by {@link
   * Quantisation#MOST_LOSS} at most.
   *
   * @param model as {@link ModelStore#open} takes it
   * @param name of the variant
   * @param heldOut at least one example, none of which the model was trained on
   * @param seed source of resamples
   * @throws IllegalArgumentException if the model has no trained encoder, one without a graph in
   *     eight bits, or was trained on some of the data
   */
  public Quantisation run(String model, String name, Dataset heldOut, long seed) {
    ModelRef.requireName(name);
    store.checkWritable();
    StoredModel stored = store.open(model);
    String original = stored.manifest().ref().toString();
    SortedMap<String, byte[]> own = new TreeMap<>(stored.files());
    own.keySet().removeIf(file -> !file.endsWith(MODEL_FILES));
    checkEncoders(original, own);
    ConformalCalibration labelSets;
    TimedScores before;
    try (LoadedModel loaded = ModelLoader.load(store, model, null)) {
      checkUnseen(loaded, heldOut);
      before = TimedScores.of(loaded.model(), heldOut);
      labelSets = loaded.labelSets();
    }
    SortedMap<String, byte[]> small = ModelFiles.inEightBits(own);
    TimedScores after;
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel variant = ModelFiles.restore(small, pool)) {
      after = TimedScores.of(variant, heldOut);
    }
    Quantisation quantisation =
        new Quantisation(
            Evaluator.evaluate(original, heldOut.name(), before.scored(), seed),
            Evaluator.evaluate(name, heldOut.name(), after.scored(), seed)
                .withAbstention(Abstention.of(after.scored(), labelSets, seed)),
            ModelComparison.of(
                heldOut.name(),
                List.of(
                    new ScoredModel(original, before.scored()),
                    new ScoredModel(name, after.scored())),
                seed),
            largestMove(before.scored(), after.scored()),
            new Quantisation.Size(bytes(own), before.sentencesPerSecond()),
            new Quantisation.Size(bytes(small), after.sentencesPerSecond()),
            null);
    return quantisation.isGoodEnough()
        ? quantisation.published(publish(model, stored, name, small, quantisation))
        : quantisation;
  }

  private static void checkEncoders(String model, SortedMap<String, byte[]> files) {
    List<String> encoders;
    List<String> local;
    try {
      encoders = ModelFiles.tunedEncoders(files);
      local = ModelFiles.encoderFiles(files);
    } catch (TensorFormatException e) {
      throw new ModelStoreException("model " + model + " is damaged: " + e.getMessage(), e);
    }
    if (encoders.isEmpty()) {
      throw new IllegalArgumentException(
          "model "
              + model
              + " holds no encoder that was trained, so there is nothing to put into eight bits;"
              + " name a model of a recipe with a section finetune");
    }
    if (!local.isEmpty()) {
      throw new IllegalArgumentException(
          "model "
              + model
              + " was trained on an encoder in a file, "
              + local.get(0)
              + ", of which no graph in eight bits is known; "
              + quantisable());
    }
    for (String encoder : encoders) {
      EncoderCatalog own = EncoderCatalog.of(encoder);
      if (own.weights() == EncoderCatalog.Weights.INT8) {
        throw new IllegalArgumentException(
            "model " + model + " is in eight bits already: its encoder is " + encoder);
      }
      if (own.inEightBits().isEmpty()) {
        throw new IllegalArgumentException(
            "model "
                + model
                + ": encoder "
                + encoder
                + " has no graph in eight bits; "
                + quantisable());
      }
    }
  }

  private static String quantisable() {
    return "a model that is trained on one of "
        + Arrays.stream(EncoderCatalog.values())
            .filter(encoder -> encoder.inEightBits().isPresent())
            .map(EncoderCatalog::id)
            .collect(Collectors.joining(", "))
        + " can be quantised";
  }

  private static void checkUnseen(LoadedModel model, Dataset data) {
    List<String> seen =
        data.examples().stream()
            .filter(example -> model.trainingTexts().seen(List.of(example.sentence())) > 0)
            .map(Example::id)
            .toList();
    if (!seen.isEmpty()) {
      throw new IllegalArgumentException(
          "model "
              + model.name()
              + " was trained on "
              + seen.size()
              + " of the "
              + data.size()
              + " sentences of "
              + data.name()
              + ", the first of them "
              + seen.get(0)
              + "; what rounding costs shows on new text alone: leave these out, or choose a split"
              + " with --split");
    }
  }

  private static double largestMove(List<ScoredExample> some, List<ScoredExample> others) {
    double largest = 0;
    for (int i = 0; i < some.size(); i++) {
      for (Stance stance : Stance.values()) {
        largest =
            Math.max(
                largest,
                Math.abs(
                    some.get(i).probabilities().of(stance)
                        - others.get(i).probabilities().of(stance)));
      }
    }
    return largest;
  }

  private static long bytes(SortedMap<String, byte[]> files) {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  private ModelRef publish(
      String model,
      StoredModel original,
      String name,
      SortedMap<String, byte[]> own,
      Quantisation quantisation) {
    ModelPublisher publisher = new ModelPublisher(store, clock);
    Path recipeFile = store.resolve(model).resolve(ModelPublisher.RECIPE_FILE);
    Recipe recipe = Recipes.load(recipeFile.toString()).inEightBits();
    ModelManifest manifest =
        manifest(original.manifest(), name, recipe, publisher.versions(), quantisation.variant());
    QuantisedCard card =
        new QuantisedCard(
            name,
            recipe.description(),
            quantisation.original(),
            quantisation.variant(),
            quantisation.difference(),
            quantisation.largestMove(),
            ModelPublisher.settings(manifest));
    ObjectNode provenance = publisher.provenance();
    provenance.put("quantisedFrom", original.manifest().ref().toString());
    provenance.put("sentencesPerSecond", quantisation.variantSize().sentencesPerSecond());
    provenance.put(
        "sentencesPerSecondOfOriginal", quantisation.originalSize().sentencesPerSecond());
    Path folder = store.root().resolve(name).resolve("1");
    Map<String, String> texts =
        Map.of(
            ModelPublisher.RECIPE_FILE,
            recipe.movedTo(folder).yaml(),
            ModelPublisher.EVALUATION_FILE,
            new JsonRenderer().render(quantisation.variant()),
            ModelPublisher.CARD_FILE,
            card.render(),
            ModelPublisher.PROVENANCE_FILE,
            provenance.toPrettyString() + "\n");
    SortedMap<String, byte[]> files = new TreeMap<>(own);
    texts.forEach((file, text) -> files.put(file, ModelPublisher.utf8(text)));
    return store.publish(manifest, files);
  }

  /** The original's, but for name, encoders, figures and versions; its prior is the variant's. */
  private static ModelManifest manifest(
      ModelManifest original,
      String name,
      Recipe recipe,
      SortedMap<String, String> versions,
      Evaluation variant) {
    SortedMap<String, Double> metrics = new TreeMap<>(original.metrics());
    metrics.keySet().removeIf(key -> !key.startsWith(LoadedModel.PRIOR));
    metrics.put(ModelManifest.HELD_OUT_MACRO_F1, ModelPublisher.rounded(variant.macroF1()));
    metrics.put("heldOut.accuracy", ModelPublisher.rounded(variant.accuracy()));
    return new ModelManifest(
        ModelManifest.FORMAT_VERSION,
        name,
        1,
        original.recipe(),
        original.features(),
        original.classifier(),
        original.labels(),
        ModelPublisher.encoder(recipe.encoders(), recipe.tokenEncoders()),
        original.dataset(),
        original.seed(),
        metrics,
        versions,
        new TreeMap<>());
  }
}
