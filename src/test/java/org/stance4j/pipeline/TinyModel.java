package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.model.FittedModel;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelManifest;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import org.stance4j.tensor.SafeTensors;

/** A real model of a few words, trained in no time. */
public final class TinyModel {
  /** Name of the model. */
  public static final String NAME = "tiny";

  /** A sentence that the model takes for {@link Stance#PRO}. */
  public static final String PRO = "Allies welcome the pact because it brings safety.";

  /** A sentence that the model takes for {@link Stance#ANTI}. */
  public static final String ANTI = "Critics reject the pact because it brings danger.";

  /** A sentence that the model takes for {@link Stance#NEUTRAL}. */
  public static final String NEUTRAL = "Delegates met on Monday in the capital.";

  private static final String RECIPE =
      """
      name: %s
      description: words alone
      features:
        type: ngrams
        wordMax: 1
        charMax: 0
        minDocuments: 1
      classifier:
        type: linear
        cost: 10.0
      """
          .formatted(NAME);

  private TinyModel() {}

  /** Trains the model, publishes it in a store and makes it the default. */
  public static ModelRef publish(Path storeRoot) {
    Dataset dataset = dataset();
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel model = Recipes.parse(RECIPE, "recipe").trainer(pool).train(dataset, 17)) {
      Map<String, byte[]> files = new LinkedHashMap<>(model.files(""));
      files.put(TextFingerprints.FILE, SafeTensors.write(TextFingerprints.of(dataset).state()));
      ModelStore store = new ModelStore(storeRoot);
      ModelRef ref = store.publish(draft(), files);
      store.setDefault(ref);
      return ref;
    }
  }

  private static ModelManifest draft() {
    return new ModelManifest(
        ModelManifest.FORMAT_VERSION,
        NAME,
        1,
        NAME,
        "ngrams",
        "linear",
        Arrays.stream(Stance.values()).map(Stance::label).toList(),
        new TreeMap<>(),
        new TreeMap<>(),
        17,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Dataset dataset() {
    List<Example> examples = new ArrayList<>();
    for (String noun : List.of("pact", "patrol", "exercise", "visit")) {
      add(examples, "Allies welcome the " + noun + " because it brings safety.", Stance.PRO);
      add(examples, "Critics reject the " + noun + " because it brings danger.", Stance.ANTI);
      add(examples, "Delegates met on Monday for the " + noun + ".", Stance.NEUTRAL);
    }
    return new Dataset("tiny", examples);
  }

  private static void add(List<Example> examples, String text, Stance stance) {
    String id = "s" + examples.size();
    examples.add(
        new Example(id, Sentence.alone(id, text), stance, null, id, Example.attributes(Map.of())));
  }
}
