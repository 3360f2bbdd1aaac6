package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.GroupingReport;
import org.stance4j.corpus.Split;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.pipeline.TrainOutcome;
import org.stance4j.pipeline.TrainPipeline;
import org.stance4j.pipeline.TrainRequest;
import org.stance4j.pipeline.TrainedModel;
import org.stance4j.pipeline.TrainingData;
import org.stance4j.recipe.DataSpec;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stance train}: data in, models and a report out. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains models, cross-validates them and writes each as a new version.",
      "",
      "Without options: the shipped dataset and the default recipes; the best model becomes the default. Rows whose"
          + " column split says test are kept for testing, and with --documents the models are tested on the real"
          + " documents too; no model learns from either or is chosen by them."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private TrainingDataOptions trainingData = new TrainingDataOptions();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description =
          "Recipe to train, shipped (see stance recipe list) or a YAML file; may be given several times.")
  private List<String> recipes = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Source of every random choice (default: what the recipes say).")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException {
    ModelStore store = models.store();
    store.checkWritable();
    Optional<DataSpec> named = trainingData.named(dataOptions);
    List<Recipe> wanted =
        (recipes.isEmpty() ? Recipes.DEFAULTS : recipes)
            .stream()
                .map(Recipes::load)
                .map(this::seeded)
                .map(recipe -> named.map(recipe::withData).orElse(recipe))
                .toList();
    Optional<DataSpec> data = named.isPresent() ? named : data(wanted);
    if (named.isEmpty() && data.isPresent()) {
      dataOptions.requireNoneBesideRecipes();
    }
    Path documents = dataOptions.documents();
    Grouping grouping =
        Grouping.of(
            data.isPresent()
                ? TrainingData.read(data.get())
                : dataOptions.source(List.of(Home.dataset()), null).read());
    Dataset training = Split.select(grouping.dataset(), EnumSet.of(Split.TRAIN, Split.VALIDATION));
    Map<HeldOut, Dataset> heldOut = new EnumMap<>(HeldOut.class);
    Dataset test = Split.select(grouping.dataset(), EnumSet.of(Split.TEST));
    if (test.size() > 0) {
      heldOut.put(HeldOut.TEST, test.named(test.name() + ", test split"));
    }
    if (data.isEmpty() && documents != null) {
      heldOut.put(HeldOut.DOCUMENTS, dataOptions.source(List.of(Home.dataset()), documents).read());
    }
    PrintWriter out = spec.commandLine().getOut();
    describe(grouping, training, heldOut, out);
    TrainOutcome outcome;
    try (TrainProgress progress =
        new TrainProgress(spec.commandLine().getErr(), Home.errorsGoToTerminal())) {
      outcome =
          new TrainPipeline(store, cache.folder(), Clock.systemUTC())
              .run(new TrainRequest(wanted, training, heldOut), progress);
    }
    if (choosesDefault(!recipes.isEmpty(), wanted, store.defaultModel())) {
      store.setDefault(outcome.best());
    }
    summarise(outcome, store, out);
    return 0;
  }

  /**
   * A default stays what it is where recipes are named, or where it is of none that was trained.
   */
  static boolean choosesDefault(boolean named, List<Recipe> trained, Optional<ModelRef> chosen) {
    return chosen.isEmpty()
        || (!named
            && trained.stream().anyMatch(recipe -> recipe.name().equals(chosen.get().name())));
  }

  /** The data that all of the recipes name; empty for those that ship with the program. */
  static Optional<DataSpec> data(List<Recipe> recipes) {
    List<Optional<DataSpec>> named = recipes.stream().map(Recipe::data).distinct().toList();
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "recipes "
              + recipes.stream().map(Recipe::name).toList()
              + " name different data; train them one by one, or name the data with --data");
    }
    return named.get(0);
  }

  private Recipe seeded(Recipe recipe) {
    return seed == null ? recipe : recipe.withSeed(seed);
  }

  private static void describe(
      Grouping grouping, Dataset training, Map<HeldOut, Dataset> heldOut, PrintWriter out) {
    GroupingReport report = grouping.report();
    out.printf(
        Locale.ROOT,
        "Training data %s: %d sentences in %d groups, the largest with %.0f %% of them.%n",
        training.name(),
        training.size(),
        training.groupSizes().size(),
        100 * report.largestShare());
    if (report.hasGiant()) {
      out.println("Warning: one group holds over a fifth of the sentences; folds will be uneven.");
    }
    heldOut.forEach(
        (part, data) -> {
          Set<String> both = new TreeSet<>(data.groupSizes().keySet());
          both.retainAll(training.groupSizes().keySet());
          if (!both.isEmpty()) {
            out.printf(
                Locale.ROOT,
                "Warning: %d groups stand on both sides, in training and in the %s, such as '%s';"
                    + " figures on it flatter the models (see stance data audit).%n",
                both.size(),
                part.title(),
                both.iterator().next());
          }
          out.printf(
              Locale.ROOT,
              "Held out, the %s: %d sentences in %d groups.%n",
              part.title(),
              data.size(),
              data.groupSizes().size());
        });
    out.flush();
  }

  private static void summarise(TrainOutcome outcome, ModelStore store, PrintWriter out) {
    table(outcome, Metric.MACRO_F1, "macro-F1, with 95 % intervals", out);
    int targets = outcome.models().get(0).crossValidated().slices(Example.TARGET).size();
    if (targets > 1) {
      table(outcome, Metric.F_AVERAGE, "F-average over " + targets + " targets", out);
    }
    out.println();
    out.println("Best by cross-validation: " + outcome.best());
    out.println("Default model: " + store.defaultModel().map(ModelRef::toString).orElse("none"));
    out.println("Report: " + outcome.reportFile());
  }

  private static void table(TrainOutcome outcome, Metric metric, String title, PrintWriter out) {
    out.println();
    out.printf(Locale.ROOT, "%-30s %-21s", title, "cross-validated");
    outcome.heldOut().forEach(part -> out.printf(Locale.ROOT, " %-21s", part.title()));
    out.println();
    for (TrainedModel model : outcome.models()) {
      ModelRef ref = model.published();
      out.printf(
          Locale.ROOT,
          "  %-28s %-21s",
          ref == null ? model.recipe().name() + " (baseline)" : ref.toString(),
          figure(model.crossValidated(), metric));
      model
          .heldOut()
          .values()
          .forEach(evaluation -> out.printf(Locale.ROOT, " %-21s", figure(evaluation, metric)));
      out.println();
    }
  }

  /** A figure with its interval. */
  static String figure(Evaluation evaluation, Metric metric) {
    Interval interval = evaluation.interval(metric);
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f–%.3f)",
        evaluation.scores().of(metric),
        interval.low(),
        interval.high());
  }
}
