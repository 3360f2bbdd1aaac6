package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.PairedDifference;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.model.Threads;
import org.stance4j.provenance.DatasetFingerprint;
import org.stance4j.provenance.EnvironmentInfo;
import org.stance4j.recipe.Recipe;
import org.stance4j.report.DataRow;
import org.stance4j.report.FailedRecipe;
import org.stance4j.report.RecipesReport;
import org.stance4j.report.ReportRow;

/**
 * Recipes side by side: each is trained once on the train split and measured on the validation
 * split, which picks the best, and on the real documents, which pick nothing.
 *
 * <p>All texts are encoded before the first training, so that the time of a training is that of
 * learning alone (token vectors that exceed the memory of their encoder are encoded again in it).
 * How fast a model answers is measured apart, on encoders that have met none of the sentences. A
 * recipe that fails does not stop the others. Recipes' own data sections are of no account here.
 *
 * @param recipes at least one, of different names
 * @param training what is learnt from
 * @param validation what is measured on
 * @param documents real documents; {@code null} where they are not at hand
 */
public record RecipeStudy(
    List<Recipe> recipes, Dataset training, Dataset validation, @Nullable Dataset documents) {
  public RecipeStudy {
    recipes = List.copyOf(recipes);
    if (recipes.isEmpty()
        || recipes.stream().map(Recipe::name).distinct().count() != recipes.size()) {
      throw new IllegalArgumentException(
          "recipes must be one or more with different names, got "
              + recipes.stream().map(Recipe::name).toList());
    }
    LearnableData.requireTwoStances(training);
    if (validation.size() == 0 || (documents != null && documents.size() == 0)) {
      throw new IllegalArgumentException(
          "dataset "
              + (documents == null || validation.size() == 0 ? validation : documents).name()
              + " is empty; there is nothing to measure on");
    }
  }

  /** Source of the resamples: the seed of the first recipe. */
  public long seed() {
    return recipes.get(0).seed();
  }

  /**
   * Trains and measures.
   *
   * @param cacheFolder where embeddings are kept between runs, so that encoding takes less time
   *     than it would; {@code null} to encode everything
   * @param listener told before each step
   */
  public RecipesReport run(@Nullable Path cacheFolder, TrainListener listener) {
    Map<String, FailedRecipe> failed = new LinkedHashMap<>();
    List<RecipeTrial> trials = new ArrayList<>();
    List<Recipe> embedding =
        recipes.stream()
            .filter(recipe -> !recipe.encoders().isEmpty() || !recipe.tokenEncoders().isEmpty())
            .toList();
    int steps = embedding.size() + 2 * recipes.size();
    try (EncoderPool pool =
        cacheFolder == null ? EncoderPool.keepingAll() : new EncoderPool(cacheFolder)) {
      Map<String, Double> encoding = new LinkedHashMap<>();
      for (int i = 0; i < embedding.size(); i++) {
        Recipe recipe = embedding.get(i);
        listener.begin(recipe.name() + ": encoding", i, steps);
        attempt(recipe, failed, () -> RecipeTrial.encode(recipe, this, pool))
            .forEach(seconds -> encoding.put(recipe.name(), seconds));
      }
      for (int i = 0; i < recipes.size(); i++) {
        Recipe recipe = recipes.get(i);
        int done = embedding.size() + 2 * i;
        if (!failed.containsKey(recipe.name())) {
          listener.begin(recipe.name() + ": training", done, steps);
          double seconds = encoding.getOrDefault(recipe.name(), 0.0);
          Runnable speed = () -> listener.begin(recipe.name() + ": speed", done + 1, steps);
          trials.addAll(
              attempt(recipe, failed, () -> RecipeTrial.of(recipe, this, pool, seconds, speed)));
        }
      }
    }
    return report(trials, List.copyOf(failed.values()), cacheFolder != null);
  }

  /** What the work gives; nothing, and a note of why, where it fails. */
  private static <T> List<T> attempt(
      Recipe recipe, Map<String, FailedRecipe> failed, Supplier<T> work) {
    try {
      return List.of(Threads.run(recipe.threads(), work));
    } catch (RuntimeException | LinkageError e) {
      // an engine whose native library does not load here fails with a linkage error
      failed.put(recipe.name(), new FailedRecipe(recipe.name(), recipe.description(), reason(e)));
      return List.of();
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    // a thread pool wraps what a thread of it threw in another of its kind
    if (cause != null && cause.toString().equals(failure.getMessage())) {
      return reason(cause);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private RecipesReport report(
      List<RecipeTrial> trials, List<FailedRecipe> failed, boolean cached) {
    List<RecipeTrial> ordered =
        trials.stream()
            .sorted(
                Comparator.comparingDouble(
                        (RecipeTrial trial) -> trial.entry().validation().macroF1())
                    .reversed())
            .toList();
    List<ScoredModel> scored =
        ordered.stream()
            .map(trial -> new ScoredModel(trial.entry().name(), trial.scored()))
            .toList();
    List<PairedDifference> differences =
        scored.size() < 2
            ? List.of()
            : ModelComparison.of(
                    validation.name(), scored, List.of(), ClusterBootstrap.RESAMPLES, seed())
                .differences();
    return new RecipesReport(
        "Recipes compared on " + validation.name(),
        data().stream().map(DataRow::of).toList(),
        ordered.stream().map(RecipeTrial::entry).toList(),
        differences,
        failed,
        machine(),
        List.of(
            new ReportRow("seed", String.valueOf(seed())),
            new ReportRow("resamples", String.valueOf(ClusterBootstrap.RESAMPLES)),
            new ReportRow(
                "embeddings",
                cached
                    ? "read from a cache where it held them, so encoding may have taken less time"
                    : "all encoded in this run"),
            new ReportRow(
                "speed",
                "one pass over the validation split after "
                    + Math.min(RecipeTrial.WARM_UP, training.size())
                    + " sentences of the train split")),
        provenance());
  }

  private List<Dataset> data() {
    return documents == null
        ? List.of(training, validation)
        : List.of(training, validation, documents);
  }

  private static List<ReportRow> machine() {
    EnvironmentInfo environment = Libraries.environment();
    return List.of(
        new ReportRow("processors", String.valueOf(environment.cpus())),
        new ReportRow("system", environment.os() + ", " + environment.arch()),
        new ReportRow("Java", environment.javaVersion() + ", " + environment.javaVendor()));
  }

  private List<ReportRow> provenance() {
    List<ReportRow> rows = new ArrayList<>();
    rows.add(new ReportRow("train split SHA-256", DatasetFingerprint.of(training)));
    rows.add(new ReportRow("validation split SHA-256", DatasetFingerprint.of(validation)));
    if (documents != null) {
      rows.add(new ReportRow("real documents SHA-256", DatasetFingerprint.of(documents)));
    }
    rows.add(new ReportRow("stance4j", Libraries.environment().stance4jVersion()));
    return rows;
  }
}
