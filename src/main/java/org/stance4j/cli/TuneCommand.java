package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.Split;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Metric;
import org.stance4j.pipeline.TrainingData;
import org.stance4j.recipe.DataSpec;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.RecipeTemplate;
import org.stance4j.recipe.Recipes;
import org.stance4j.tuning.Space;
import org.stance4j.tuning.TuningRequest;
import org.stance4j.tuning.TuningResult;
import org.stance4j.tuning.TuningRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stance tune}: data and a budget in, a recipe out. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = {
      "Searches features, classifiers and settings for the recipe that scores best on unseen groups.",
      "",
      "Candidates are tried on a ninth of the groups, the best third of them on a third, the best third of these on"
          + " all, each by cross-validation. The same search is repeated on the training part of each outer fold, and"
          + " what its winner scores on the rest is the figure to report. The test split and the real documents are"
          + " not looked at. Ctrl-C keeps the best so far."
    })
final class TuneCommand implements Callable<Integer> {
  private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(10);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private CacheOption cache = new CacheOption();
  @Mixin private TrainingDataOptions trainingData = new TrainingDataOptions();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = BudgetConverter.class,
      description =
          "Wall-clock time of the whole search, such as 90s, 10m or 2h (default: 10m, or no limit with --trials).")
  private @Nullable Duration budget;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description =
          "Candidates that each search draws (default: as many as the time allows). Without --budget the log is the"
              + " same every time but for the seconds.")
  private @Nullable Integer trials;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      defaultValue = Recipes.NGRAMS,
      description =
          "Recipe that is tried first and measured on all groups, so that the result scores no lower in the search;"
              + " may be given several times (default: ${DEFAULT-VALUE}).")
  private List<String> recipes = new ArrayList<>();

  @Option(
      names = "--space",
      paramLabel = "FILE",
      description =
          "YAML list of recipes in which {choose: [a, b]} stands for a value to be chosen, cheap ones first (default:"
              + " the shipped one).")
  private @Nullable Path space;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = "macroF1",
      converter = MetricConverter.class,
      description =
          "What is to be high: accuracy, balancedAccuracy, macroF1, weightedF1, fAvg, mcc or kappa (default: ${DEFAULT-VALUE}).")
  private Metric metric = Metric.MACRO_F1;

  @Option(
      names = "--outer-folds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Outer folds of the nested cross-validation; 0 for none, and then for no honest figure (default:"
              + " ${DEFAULT-VALUE}).")
  private int outerFolds = 3;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Source of every random choice (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "tuning",
      description =
          "New folder for trials.csv, tuning.json, table.md and best.yaml (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("tuning");

  @Option(
      names = "--resume",
      description = "Go on with the search in the folder of --out: finished trials are kept.")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    TuningRequest request = request();
    PrintWriter console = spec.commandLine().getOut();
    TuningResult result;
    try (TuningRun run = resume ? TuningRun.resume(out, request) : TuningRun.begin(out, request)) {
      describe(request, run, console);
      result = search(run);
    }
    console.println();
    console.print(result.table());
    Optional<String> failure = result.failure();
    if (failure.isPresent()) {
      throw new IllegalArgumentException(
          "no candidate could be trained; the first failed with: "
              + failure.get()
              + "; all are in "
              + out.resolve(TuningRun.LOG));
    }
    Path recipe = out.resolve(TuningRun.RECIPE);
    console.println();
    console.println("Wrote " + recipe + "; train it with: stance train --recipe " + recipe);
    return 0;
  }

  private TuningRequest request() throws IOException {
    Space from = space == null ? Space.shipped() : Space.load(space);
    Optional<DataSpec> named = trainingData.named(dataOptions);
    List<Recipe> given =
        recipes.stream()
            .map(Recipes::load)
            .map(recipe -> named.map(recipe::withData).orElse(recipe))
            .toList();
    Optional<DataSpec> source = given.isEmpty() ? named : TrainCommand.data(given);
    if (named.isEmpty() && source.isPresent()) {
      dataOptions.requireNoneBesideRecipes();
    }
    if (source.isEmpty() && dataOptions.documents() != null) {
      throw new IllegalArgumentException(
          "--documents is for data of your own: a search does not look at the real documents; leave"
              + " it out or name your data with --data");
    }
    Dataset all =
        Grouping.group(
            source.isPresent()
                ? TrainingData.read(source.get())
                : dataOptions.source(List.of(Home.dataset()), null).read());
    return new TuningRequest(
        Split.select(all, EnumSet.of(Split.TRAIN, Split.VALIDATION)),
        source.orElse(null),
        from,
        given,
        metric,
        outerFolds,
        trials,
        budget == null && trials == null ? DEFAULT_BUDGET : budget,
        seed);
  }

  private static void describe(TuningRequest request, TuningRun run, PrintWriter console) {
    Dataset training = request.training();
    Duration time = request.budget();
    Integer number = request.trials();
    console.printf(
        Locale.ROOT,
        "Search on %s: %d sentences in %d groups; families %s; %s%s.%n",
        training.name(),
        training.size(),
        training.groupSizes().size(),
        String.join(", ", request.space().templates().stream().map(RecipeTemplate::name).toList()),
        number == null ? "" : number + " candidates a search" + (time == null ? "" : ", "),
        time == null ? "" : time.toSeconds() + " s of time");
    if (run.logged() > 0) {
      console.println("Going on after " + run.logged() + " finished trials.");
    }
    console.flush();
  }

  private TuningResult search(TuningRun run) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Thread hook = new Thread(() -> interrupted(run, err), "tune-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try (EncoderPool pool = new EncoderPool(cache.folder());
        TuneProgress progress = new TuneProgress(err, Home.errorsGoToTerminal())) {
      return run.run(pool, progress);
    } finally {
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending: the hook is at work
    }
  }

  /** Runs when the program is told to end; the exit code is the system's, 130 for Ctrl-C. */
  private void interrupted(TuningRun run, PrintWriter err) {
    try {
      Optional<TuningResult> result = run.interrupt();
      if (result.isPresent()) {
        err.println();
        err.println(
            "stance: interrupted; "
                + result
                    .get()
                    .bestText()
                    .map(best -> out.resolve(TuningRun.RECIPE) + " holds the best so far: " + best)
                    .orElse("nothing was found yet")
                + "; go on with --resume --out "
                + out
                + " and the same options");
      }
    } catch (IOException | RuntimeException e) {
      err.println("stance: interrupted, and the best so far cannot be written: " + e.getMessage());
    }
    err.flush();
  }
}
