package org.stance4j.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stance4j.recipe.RecipeSettings;
import org.stance4j.report.VersionDiff;
import org.stance4j.report.VersionDiff.ChangedValue;
import org.stance4j.store.ModelManifest;

/**
 * What a stored version was made from, kept after its model is closed so that versions can be set
 * side by side.
 *
 * @param manifest what it is made of
 * @param settings its recipe's settings by key
 * @param sentencesPerSecond how fast it answered; NaN where that was not measured
 * @param trainingTexts tells which texts it was trained on
 */
public record ModelVersion(
    ModelManifest manifest,
    Map<String, String> settings,
    double sentencesPerSecond,
    TextFingerprints trainingTexts) {
  /** Keys of a recipe that say nothing of how a model is trained, or only by chance. */
  private static final Set<String> CHANCE = Set.of("name", "description", "seed", "threads");

  /**
   * The version of a loaded model.
   *
   * @param sentencesPerSecond how fast it answered; NaN where that was not measured
   * @throws org.stance4j.recipe.RecipeException if its recipe is no YAML
   */
  public static ModelVersion of(LoadedModel model, double sentencesPerSecond) {
    return new ModelVersion(
        model.manifest(),
        RecipeSettings.of(
            model.recipe(), "model " + model.name() + ", " + ModelPublisher.RECIPE_FILE),
        sentencesPerSecond,
        model.trainingTexts());
  }

  /** Name and version, such as {@code ngram-linear@1}. */
  public String name() {
    return manifest.ref().toString();
  }

  /**
   * What versions have in common that differ in nothing but the seed: the training data and every
   * setting that matters.
   */
  public String family() {
    Map<String, String> fixed = new TreeMap<>(settings);
    fixed.keySet().removeAll(CHANCE);
    return manifest.dataset().get("sha256") + " " + fixed;
  }

  /** What another version differs in from this one. */
  public VersionDiff diff(ModelVersion other) {
    int shared = trainingTexts.shared(other.trainingTexts);
    return new VersionDiff(
        name(),
        other.name(),
        manifest.totalBytes(),
        other.manifest.totalBytes(),
        sentencesPerSecond,
        other.sentencesPerSecond,
        changed(settings, other.settings),
        changed(manifest.dataset(), other.manifest.dataset()),
        shared,
        trainingTexts.size() - shared,
        other.trainingTexts.size() - shared);
  }

  /** The keys of the first in their order, then those that only the second has. */
  private static List<ChangedValue> changed(Map<String, String> first, Map<String, String> second) {
    Set<String> keys = new LinkedHashSet<>(first.keySet());
    keys.addAll(second.keySet());
    List<ChangedValue> changed = new ArrayList<>();
    for (String key : keys) {
      String one = first.getOrDefault(key, ChangedValue.ABSENT);
      String other = second.getOrDefault(key, ChangedValue.ABSENT);
      if (!one.equals(other)) {
        changed.add(new ChangedValue(key, one, other));
      }
    }
    return changed;
  }
}
