package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Metric;
import org.stance4j.pipeline.RecipeStudy;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.report.Figures;
import org.stance4j.report.RecipeEntry;
import org.stance4j.report.RecipesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance recipe compare}: what each recipe brings and what it costs. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Trains recipes on the train split and compares them on the validation split: figures, times, sizes.",
      "",
      "With the shipped dataset and --documents, they are measured on the real documents too. The test split is not"
          + " touched, and no model is kept. A recipe that fails is reported and the others go on; the exit code is"
          + " 1 then."
    })
final class RecipeCompareCommand implements Callable<Integer> {
  /** Folder below that of the models; a name that no model can have. */
  static final String FOLDER = "_recipes";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..*",
      description =
          "Recipes to compare (default: every shipped one but those that fine-tune; with perTarget only where all data name targets).")
  private List<String> recipes = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "CSV|DIR",
      description = "Labelled data with a column split (default: the shipped dataset).")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write the report here as HTML, Markdown and JSON; replaces an earlier one (default: models/_recipes if"
              + " neither recipes nor data are named, else nowhere).")
  private @Nullable Path out;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where embeddings are kept between runs; encoding then takes less time than it would (default: none are"
              + " kept).")
  private @Nullable Path cache;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Source of every random choice (default: what the recipes say).")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException {
    ReportFolder folder = reportFolder();
    List<Recipe> wanted =
        (recipes.isEmpty() ? Recipes.SHIPPED : recipes)
            .stream().map(Recipes::load).map(this::seeded).toList();
    TrainValidation read = TrainValidation.read(data, dataOptions);
    RecipeStudy study =
        new RecipeStudy(
            recipes.isEmpty()
                ? comparable(wanted, read.namesTargets(), spec.commandLine().getErr())
                : wanted,
            read.train().named(read.name() + ", train split"),
            read.validation().named(read.name() + ", validation split"),
            read.documents());
    RecipesReport report;
    try (TrainProgress progress =
        new TrainProgress(spec.commandLine().getErr(), Home.errorsGoToTerminal())) {
      report = study.run(cache, progress);
    }
    print(report, spec.commandLine().getOut());
    PrintWriter err = spec.commandLine().getErr();
    report
        .failed()
        .forEach(
            recipe ->
                err.println("stance: recipe " + recipe.name() + " failed: " + recipe.reason()));
    if (folder != null) {
      err.println("Report: " + folder.write("recipes", report));
    }
    return report.failed().isEmpty() ? 0 : 1;
  }

  private @Nullable ReportFolder reportFolder() {
    if (out != null) {
      return new ReportFolder(out);
    }
    return recipes.isEmpty() && data.isEmpty()
        ? new ReportFolder(Home.models().resolve(FOLDER))
        : null;
  }

  /**
   * Without recipes of a model for each target, unless every sentence names one, and without those
   * that take so long that not all of their folds are scored.
   */
  static List<Recipe> comparable(List<Recipe> wanted, boolean namesTargets, PrintWriter err) {
    List<Recipe> quick =
        left(
            wanted,
            recipe -> recipe.scoredFolds() < recipe.folds(),
            "since they take long unless named",
            err);
    return namesTargets
        ? quick
        : left(quick, Recipe::perTarget, "since not every sentence names a target", err);
  }

  private static List<Recipe> left(
      List<Recipe> recipes, Predicate<Recipe> leave, String why, PrintWriter err) {
    List<String> names = recipes.stream().filter(leave).map(Recipe::name).toList();
    if (!names.isEmpty()) {
      err.println("Left out, " + why + ": " + String.join(", ", names) + ".");
    }
    return recipes.stream().filter(leave.negate()).toList();
  }

  private Recipe seeded(Recipe recipe) {
    return seed == null ? recipe : recipe.withSeed(seed);
  }

  private static void print(RecipesReport report, PrintWriter out) {
    report.summary().forEach(out::println);
    if (report.recipes().isEmpty()) {
      return;
    }
    out.println();
    out.printf(Locale.ROOT, "%-30s %-21s", "macro-F1, with 95 % intervals", "validation split");
    out.print(report.hasDocuments() ? String.format(Locale.ROOT, " %-21s", "real documents") : "");
    out.printf(Locale.ROOT, " %10s %10s %12s%n", "training", "size", "sentences/s");
    for (RecipeEntry recipe : report.recipes()) {
      out.printf(
          Locale.ROOT,
          "  %-28s %-21s",
          recipe.name() + (report.isBest(recipe) ? " (best)" : ""),
          TrainCommand.figure(recipe.validation(), Metric.MACRO_F1));
      if (report.hasDocuments()) {
        out.printf(
            Locale.ROOT,
            " %-21s",
            recipe.documents() == null
                ? ""
                : TrainCommand.figure(recipe.documents(), Metric.MACRO_F1));
      }
      out.printf(
          Locale.ROOT,
          " %10s %10s %12s%n",
          Figures.seconds(recipe.timing().trainingSeconds()),
          Figures.bytes(recipe.bytes()),
          Figures.rate(recipe.timing().sentencesPerSecond()));
    }
  }
}
