package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.StandOffPlace;
import org.stance4j.noise.LabelIssue;
import org.stance4j.pipeline.NoiseOutcome;
import org.stance4j.pipeline.NoisePipeline;
import org.stance4j.pipeline.NoiseRequest;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data noise}: which labels are likely wrong? */
@Command(
    name = "noise",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for labels that are likely wrong, by confident learning.",
      "",
      "Models that have not seen a sentence, nor any other of its group, say how probable its label is. What they doubt"
          + " is for a person to look at: a model is wrong too, most often where sentences are hard."
    })
final class DataNoiseCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "document",
          "start",
          "end",
          "previous",
          "text",
          "next",
          "label",
          "suggested",
          "margin",
          "p_pro",
          "p_anti",
          "p_neutral",
          "verdict");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private CacheOption cache = new CacheOption();

  @Parameters(
      paramLabel = "CSV|DIR",
      arity = "0..*",
      description = "Labelled data (default: the shipped dataset).")
  private List<Path> data = List.of();

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      defaultValue = "embedding-svm",
      description = "Recipe of the models that doubt (default: ${DEFAULT-VALUE}).")
  private String recipe = "embedding-svm";

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Number of folds (default: the recipe's).")
  private @Nullable Integer folds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Source of every random choice (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "50",
      description = "Number of labels to list, the most suspicious (default: ${DEFAULT-VALUE}).")
  private int top = 50;

  @Option(
      names = "--out",
      paramLabel = "CSV",
      description = "Write those labels to this new file, with a column for a reviewer's verdict.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be at least 1, got " + top);
    }
    if (folds != null && folds < 2) {
      throw new ParameterException(spec.commandLine(), "--folds must be at least 2, got " + folds);
    }
    if (out != null) {
      NewFile.check(out, "--out");
    }
    Recipe wanted = Recipes.load(recipe);
    Dataset dataset =
        Grouping.group(
            dataOptions
                .source(data.isEmpty() ? List.of(Home.dataset()) : data, dataOptions.documents())
                .read());
    NoiseRequest request =
        new NoiseRequest(wanted, dataset, folds == null ? wanted.folds() : folds, seed);
    NoiseOutcome outcome;
    try (TrainProgress progress =
        new TrainProgress(spec.commandLine().getErr(), Home.errorsGoToTerminal())) {
      outcome = new NoisePipeline(cache.folder()).run(request, progress);
    }
    List<LabelIssue> issues = outcome.estimate().issues();
    List<LabelIssue> shown = issues.subList(0, Math.min(top, issues.size()));
    new NoiseText(spec.commandLine().getOut()).write(request, outcome, shown);
    spec.commandLine().getOut().flush();
    if (out != null) {
      NewFile.write(out, COLUMNS, csv -> write(shown, csv));
      spec.commandLine()
          .getErr()
          .printf(Locale.ROOT, "For review: %d rows in %s%n", shown.size(), out);
    }
    return 0;
  }

  private static void write(List<LabelIssue> issues, CsvTableWriter csv) throws IOException {
    for (LabelIssue issue : issues) {
      Example example = issue.scored().example();
      Sentence sentence = example.sentence();
      Optional<StandOffPlace> place = StandOffPlace.of(example);
      List<String> row = new ArrayList<>();
      row.add(example.id());
      row.add(sentence.documentId().equals(example.id()) ? "" : sentence.documentId());
      row.add(place.map(at -> String.valueOf(at.start())).orElse(""));
      row.add(place.map(at -> String.valueOf(at.end())).orElse(""));
      row.add(sentence.previous() == null ? "" : sentence.previous());
      row.add(sentence.text());
      row.add(sentence.next() == null ? "" : sentence.next());
      row.add(issue.given().label());
      row.add(issue.suggested().label());
      row.add(figure(issue.margin()));
      for (Stance stance : Stance.values()) {
        row.add(figure(issue.scored().probabilities().of(stance)));
      }
      row.add("");
      csv.write(row);
    }
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
