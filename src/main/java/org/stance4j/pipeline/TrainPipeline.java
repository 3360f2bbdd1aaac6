package org.stance4j.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.ConformalCalibration;
import org.stance4j.evaluation.CrossValidation;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldScores;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.ProbabilityScores;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.Threads;
import org.stance4j.provenance.DatasetFingerprint;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.report.DataRow;
import org.stance4j.report.ModelEntry;
import org.stance4j.report.ReportFormat;
import org.stance4j.report.ReportRow;
import org.stance4j.report.TrainingReport;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;

/**
 * From a dataset to published models: cross-validate each recipe on the same folds, train it on all
 * of the training data, test it on what is held out, write a version.
 *
 * <p>The majority baseline and the n-gram model are always evaluated too. The best model is chosen
 * by cross-validation; what is held out chooses nothing.
 */
public final class TrainPipeline {
  /** Name of the report page in a model's folder. */
  public static final String REPORT_FILE = "report.html";

  private final ModelStore store;
  private final @Nullable Path cacheFolder;
  private final Clock clock;

  /**
   * A pipeline that publishes to a store.
   *
   * @param cacheFolder where embeddings are kept between runs; {@code null} to keep none
   * @param clock tells the time of creation
   */
  public TrainPipeline(ModelStore store, @Nullable Path cacheFolder, Clock clock) {
    this.store = store;
    this.cacheFolder = cacheFolder;
    this.clock = clock;
  }

  /**
   * Trains, evaluates and publishes.
   *
   * @throws IllegalArgumentException if the data cannot be learnt from, for example because there
   *     are fewer groups than folds
   */
  public TrainOutcome run(TrainRequest request, TrainListener listener) {
    store.checkWritable();
    List<Recipe> recipes = withBaselines(request.recipes());
    Steps steps = new Steps(listener, recipes.size() * (scoredFolds(request) + 1));
    List<Trained> trained = new ArrayList<>();
    try (EncoderPool pool = new EncoderPool(cacheFolder)) {
      for (Recipe recipe : recipes) {
        // a baseline keeps to the threads of what it is compared with
        boolean wanted = request.recipes().contains(recipe);
        int threads = (wanted ? recipe : request.recipes().get(0)).threads();
        trained.add(Threads.run(threads, () -> train(recipe, request, pool, steps)));
      }
    }
    return publish(request, trained);
  }

  /** All are scored on the same folds, those of the recipe that asks for the fewest. */
  private static int scoredFolds(TrainRequest request) {
    return request.recipes().stream().mapToInt(Recipe::scoredFolds).min().orElseThrow();
  }

  /** The baselines, then the recipes asked for, each once. */
  private static List<Recipe> withBaselines(List<Recipe> wanted) {
    Set<String> names = new LinkedHashSet<>();
    wanted.forEach(recipe -> names.add(recipe.name()));
    List<Recipe> all = new ArrayList<>();
    for (String baseline : Recipes.BASELINES) {
      if (!names.contains(baseline)) {
        // on the folds of the recipes that it is compared with
        all.add(
            Recipes.load(baseline).withFolds(wanted.get(0).folds()).withSeed(wanted.get(0).seed()));
      }
    }
    all.addAll(wanted);
    return all;
  }

  /** A model in memory, with its figures. */
  private record Trained(
      Recipe recipe,
      Map<String, byte[]> files,
      Evaluation crossValidated,
      List<FoldScores> folds,
      ConformalCalibration labelSets,
      Map<HeldOut, Evaluation> heldOut) {}

  private static Trained train(Recipe recipe, TrainRequest request, EncoderPool pool, Steps steps) {
    Dataset training = request.training();
    ModelTrainer trainer = recipe.trainer(pool).telling(steps.listener);
    CrossValidated crossValidated =
        crossValidate(recipe, trainer, training, scoredFolds(request), steps);
    ConformalCalibration labelSets = ConformalCalibration.of(crossValidated.scored);
    try (FittedModel model = trainer.train(training, recipe.seed())) {
      Map<HeldOut, Evaluation> heldOut = new EnumMap<>(HeldOut.class);
      request
          .heldOut()
          .forEach((part, data) -> heldOut.put(part, measure(recipe, model, labelSets, data)));
      return new Trained(
          recipe,
          model.files(""),
          crossValidated.evaluation,
          crossValidated.folds,
          labelSets,
          heldOut);
    }
  }

  /** Out-of-fold answers and their figures, all together and fold by fold. */
  private record CrossValidated(
      List<ScoredExample> scored, Evaluation evaluation, List<FoldScores> folds) {}

  private static CrossValidated crossValidate(
      Recipe recipe, ModelTrainer trainer, Dataset training, int scoredFolds, Steps steps) {
    List<Fold> folds = GroupKFold.split(training, recipe.folds(), recipe.seed());
    UncalibratedScores uncalibrated = new UncalibratedScores(trainer);
    steps.begin(recipe.name() + ": fold 1 of " + scoredFolds);
    List<ScoredExample> scored =
        CrossValidation.run(
            training,
            recipe.calibrated() ? uncalibrated : trainer,
            folds,
            scoredFolds,
            recipe.seed(),
            (done, all) ->
                steps.begin(
                    recipe.name()
                        + (done < all ? ": fold " + (done + 1) + " of " + all : ": all data")));
    Evaluation evaluation =
        Evaluator.evaluate(recipe.name(), training.name(), scored, recipe.seed());
    return new CrossValidated(
        scored,
        recipe.calibrated()
            ? evaluation.withBeforeCalibration(
                ProbabilityScores.of(uncalibrated.scored(training, folds)))
            : evaluation,
        FoldScores.of(folds.subList(0, scoredFolds), scored));
  }

  private static Evaluation measure(
      Recipe recipe, FittedModel model, ConformalCalibration labelSets, Dataset data) {
    List<ScoredExample> scored = Scoring.score(model, data);
    return Scoring.evaluate(recipe, model, data, scored, recipe.seed())
        .withAbstention(Abstention.of(scored, labelSets, recipe.seed()));
  }

  private TrainOutcome publish(TrainRequest request, List<Trained> trained) {
    Set<String> wanted = new LinkedHashSet<>();
    request.recipes().forEach(recipe -> wanted.add(recipe.name()));
    Trained best =
        trained.stream()
            .filter(model -> wanted.contains(model.recipe().name()))
            .max(Comparator.comparingDouble(model -> model.crossValidated().macroF1()))
            .orElseThrow();
    Evaluation baseline =
        trained.stream()
            .filter(model -> model.recipe().name().equals(Recipes.MAJORITY))
            .findFirst()
            .orElseThrow()
            .crossValidated();
    TrainingReport report = report(request, trained, best);
    Map<String, byte[]> reports = new LinkedHashMap<>();
    reports.put(REPORT_FILE, rendered(ReportFormat.HTML, report));
    reports.put("report.md", rendered(ReportFormat.MARKDOWN, report));
    reports.put("report.csv", rendered(ReportFormat.CSV, report));
    ModelPublisher publisher = new ModelPublisher(store, clock);
    List<TrainedModel> models = new ArrayList<>();
    ModelRef bestRef = null;
    for (Trained model : trained) {
      ModelRef ref = null;
      boolean isBest = model.recipe().name().equals(best.recipe().name());
      if (wanted.contains(model.recipe().name())) {
        ref =
            publisher.publish(
                model.recipe(),
                model.files(),
                request.training(),
                request.seed(),
                model.crossValidated(),
                model.labelSets(),
                baseline,
                model.heldOut(),
                isBest ? reports : Map.of());
      }
      bestRef = isBest ? ref : bestRef;
      models.add(new TrainedModel(model.recipe(), model.crossValidated(), model.heldOut(), ref));
    }
    if (bestRef == null) {
      throw new IllegalStateException(
          "the best model is one of those asked for, so it was published");
    }
    return new TrainOutcome(
        models, bestRef, report, store.resolve(bestRef.toString()).resolve(REPORT_FILE));
  }

  private static byte[] rendered(ReportFormat format, TrainingReport report) {
    return format.renderer().render(report).getBytes(StandardCharsets.UTF_8);
  }

  private static TrainingReport report(TrainRequest request, List<Trained> trained, Trained best) {
    List<DataRow> data = new ArrayList<>();
    data.add(DataRow.of(request.training()));
    request.heldOut().values().forEach(part -> data.add(DataRow.of(part)));
    List<ModelEntry> entries =
        trained.stream()
            .map(
                model ->
                    new ModelEntry(
                        model.recipe().name(),
                        model.recipe().description(),
                        isBaseline(model.recipe()),
                        model.crossValidated(),
                        model.folds(),
                        model.heldOut()))
            .toList();
    return new TrainingReport(
        "Training on " + request.training().name(),
        data,
        entries,
        best.recipe().name(),
        "It has the highest cross-validated macro-F1 of the models trained.",
        List.of(
            new ReportRow("seed", String.valueOf(request.seed())),
            new ReportRow(
                "split",
                "grouped, stratified folds; groups are documents, arguments and near-duplicates"),
            new ReportRow(
                "folds",
                scoredFolds(request) < best.recipe().folds()
                    ? "the first " + scoredFolds(request) + " of " + best.recipe().folds()
                    : String.valueOf(best.recipe().folds()))),
        List.of(
            new ReportRow("training data SHA-256", DatasetFingerprint.of(request.training())),
            new ReportRow("stance4j", Libraries.environment().stance4jVersion()),
            new ReportRow("Java", Libraries.environment().javaVersion())));
  }

  private static boolean isBaseline(Recipe recipe) {
    return Recipes.BASELINES.contains(recipe.name());
  }

  /** Counts steps for the listener. */
  private static final class Steps {
    private final TrainListener listener;
    private final int steps;
    private int done;

    Steps(TrainListener listener, int steps) {
      this.listener = listener;
      this.steps = steps;
    }

    void begin(String step) {
      listener.begin(step, done++, steps);
    }
  }
}
