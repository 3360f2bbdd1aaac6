package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.Scoring;
import org.stance4j.report.EvaluationReport;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.MarkdownRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance evaluate}: how well a model does on labelled data. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Scores a model on labelled data and prints the figures with 95 %% intervals.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private DataOptions dataOptions = new DataOptions();

  @Parameters(paramLabel = "MODEL", description = "default, NAME, NAME@VERSION or a model folder.")
  private String model = "default";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "CSV|DIR",
      description =
          "Labelled data: a CSV with text and label, stand-off labels (with --documents), or a dataset folder.")
  private List<Path> data = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of a report.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the report here as HTML, Markdown and JSON.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Seed of the resamples (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Override
  public Integer call() throws IOException {
    ReportFolder folder = out == null ? null : new ReportFolder(out);
    PrintWriter writer = spec.commandLine().getOut();
    try (LoadedModel loaded = models.load(model)) {
      Dataset dataset = dataOptions.source(data, dataOptions.documents()).read();
      Evaluation evaluation =
          Evaluator.evaluate(
              loaded.name(), dataset.name(), Scoring.score(loaded.model(), dataset), seed);
      Seen.warn(loaded, dataset, spec.commandLine().getErr());
      EvaluationReport report =
          new EvaluationReport(
              loaded.name() + " on " + dataset.name(),
              evaluation,
              List.of(new ReportRow("seed", String.valueOf(seed))),
              List.of(
                  new ReportRow("model", loaded.name()),
                  new ReportRow(
                      "sentences seen in training",
                      loaded.trainingTexts().seen(dataset.sentences()) + " of " + dataset.size())));
      if (json) {
        writer.println(new JsonRenderer().render(evaluation).strip());
      } else {
        writer.println(new MarkdownRenderer().render(report).strip());
      }
      if (folder != null) {
        Path page = folder.write("evaluation", report).get(0);
        spec.commandLine().getErr().println("Report: " + page);
      }
    }
    return 0;
  }
}
