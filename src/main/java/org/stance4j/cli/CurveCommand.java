package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Doubling;
import org.stance4j.evaluation.MeanOverSeeds;
import org.stance4j.evaluation.PowerLaw;
import org.stance4j.pipeline.LearningCurve;
import org.stance4j.recipe.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stance curve}: what more training data brings. */
@Command(
    name = "curve",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a recipe on growing parts of the train split and tests it on the validation split.",
      "",
      "Parts are whole groups, drawn at random for each seed. With the shipped dataset and --documents, the real"
          + " documents are a second test. Figures are macro-F1: the mean over the seeds, its 95 %% interval by group,"
          + " and the range of the seeds."
    })
final class CurveCommand implements Callable<Integer> {
  private static final double POINTS = 100;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--data",
      paramLabel = "CSV|DIR",
      description = "Labelled data with a column split (default: the shipped dataset).")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      defaultValue = "embedding-svm",
      description = "What to train (default: ${DEFAULT-VALUE}).")
  private String recipe = "embedding-svm";

  @Option(
      names = "--sizes",
      paramLabel = "N,…",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "10,20,40,80,all",
      description = "Numbers of groups (default: ${DEFAULT-VALUE}, as far as there are so many).")
  private List<String> sizes = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N,…",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "17,18,19",
      description = "One sample and one training for each (default: ${DEFAULT-VALUE}).")
  private List<Long> seeds = List.of();

  @Option(
      names = "--only",
      paramLabel = "ATTRIBUTE=VALUE",
      description = "Learn from rows with this value alone, such as source=article.")
  private @Nullable String only;

  @Option(
      names = "--always",
      paramLabel = "ATTRIBUTE=VALUE",
      description =
          "Groups that hold such a row are in every part and are not counted, such as source=sentence.")
  private @Nullable String always;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write one row per size, test and seed here.")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException {
    if (csv != null) {
      NewFile.check(csv, "--csv");
    }
    TrainValidation read = TrainValidation.read(data, dataOptions);
    Map<String, Dataset> tests = new LinkedHashMap<>();
    tests.put("validation split", read.validation());
    if (read.documents() != null) {
      tests.put("real documents", read.documents());
    }
    Dataset training = rows(read.train(), condition(only, true));
    if (training.size() == 0) {
      throw new IllegalArgumentException(
          read.name()
              + " has no row to learn from"
              + (only == null ? " in the train split" : " with --only " + only)
              + "; see the columns and values with stance data stats");
    }
    LearningCurve curve =
        new LearningCurve(Recipes.load(recipe), training, condition(always, false), tests);
    LearningCurve.Measured measured;
    try (EncoderPool pool = new EncoderPool(cache.folder());
        TrainProgress progress =
            new TrainProgress(spec.commandLine().getErr(), Home.errorsGoToTerminal())) {
      measured = curve.run(numbers(curve.units().size()), seeds, pool, progress);
    }
    print(measured.points(), spec.commandLine().getOut());
    outlook(measured.doublings());
    if (csv != null) {
      write(measured.points(), csv);
    }
    return 0;
  }

  /** A test of an attribute, given as {@code name=value}; constant where not given. */
  private Predicate<Example> condition(@Nullable String text, boolean otherwise) {
    if (text == null) {
      return example -> otherwise;
    }
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + text + "' is no condition; write ATTRIBUTE=VALUE, such as source=article");
    }
    String name = text.substring(0, sign);
    String value = text.substring(sign + 1);
    return example -> example.attribute(name).equals(value);
  }

  private static Dataset rows(Dataset dataset, Predicate<Example> condition) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < dataset.size(); row++) {
      if (condition.test(dataset.examples().get(row))) {
        rows.add(row);
      }
    }
    return dataset.select(rows);
  }

  private List<Integer> numbers(int most) {
    List<Integer> numbers = new ArrayList<>();
    for (String size : sizes) {
      if (!size.equals("all") && !size.matches("[0-9]{1,9}")) {
        throw new ParameterException(
            spec.commandLine(),
            "--sizes: '" + size + "' is no size; allowed are whole numbers and 'all'");
      }
      int number = size.equals("all") ? most : Integer.parseInt(size);
      boolean tooLarge =
          number > most && !spec.commandLine().getParseResult().hasMatchedOption("--sizes");
      if (!numbers.contains(number) && !tooLarge) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static void print(List<LearningCurve.Point> points, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-8s %-10s %-18s %-8s %-15s %s%n",
        "groups",
        "sentences",
        "test",
        "macro-F1",
        "95 % interval",
        "range of the seeds");
    for (LearningCurve.Point point : points) {
      MeanOverSeeds figure = point.macroF1();
      out.printf(
          Locale.ROOT,
          "%-8d %-10.0f %-18s %-8.3f %.3f–%.3f     %.3f–%.3f%n",
          point.groups(),
          point.sentences(),
          point.test(),
          figure.mean(),
          figure.interval().low(),
          figure.interval().high(),
          figure.least(),
          figure.most());
    }
  }

  private void outlook(Map<String, Doubling> doublings) {
    if (doublings.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "What twice the data would bring takes at least "
                  + PowerLaw.FEWEST_SIZES
                  + " sizes; give more with --sizes.");
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("With twice the data, if the curve goes on as a power law of the sentences:");
    doublings.forEach((test, doubling) -> out.println("  " + words(test, doubling)));
  }

  private static String words(String test, Doubling doubling) {
    String gain =
        String.format(
            Locale.ROOT,
            "%s: %+.1f points of macro-F1 (95 %% interval %+.1f to %+.1f)",
            test,
            POINTS * doubling.gain(),
            POINTS * doubling.interval().low(),
            POINTS * doubling.interval().high());
    String verdict = doubling.tells() ? "" : "; it cannot tell whether more data helps";
    return Double.isNaN(doubling.backTest())
        ? gain + verdict + "."
        : String.format(
            Locale.ROOT,
            "%s%s. From the smaller sizes it would have expected %.3f at the largest; measured %.3f.",
            gain,
            verdict,
            doubling.backTest(),
            doubling.measured());
  }

  private void write(List<LearningCurve.Point> points, Path file) throws IOException {
    NewFile.write(
        file,
        List.of("groups", "sentences", "test", "seed", "macro_f1"),
        table -> {
          for (LearningCurve.Point point : points) {
            for (int i = 0; i < seeds.size(); i++) {
              table.write(
                  List.of(
                      String.valueOf(point.groups()),
                      String.format(Locale.ROOT, "%.1f", point.sentences()),
                      point.test(),
                      String.valueOf(seeds.get(i)),
                      String.format(Locale.ROOT, "%.6f", point.macroF1().values().get(i))));
            }
          }
        });
  }
}
