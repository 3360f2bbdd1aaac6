package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.Scoring;
import org.stance4j.report.ComparisonReport;
import org.stance4j.report.MarkdownRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance compare}: models side by side on the same sentences. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares models on the same labelled data: figures, differences with intervals, the sentences that changed.",
      "",
      "Every model is compared with the first."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private TestDataOptions testData = new TestDataOptions();

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description = "Two or more of: default, NAME, NAME@VERSION, a model folder.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException {
    if (names.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "one MODEL is nothing to compare with; name two or more, or run stance evaluate "
              + names.get(0));
    }
    ReportFolder folder = testData.reportFolder();
    Dataset dataset = testData.read();
    List<ScoredModel> scored = new ArrayList<>();
    List<ReportRow> provenance = new ArrayList<>();
    for (String name : names) {
      try (LoadedModel loaded = models.load(name)) {
        if (scored.stream().anyMatch(other -> other.name().equals(loaded.name()))) {
          throw new ParameterException(
              spec.commandLine(), loaded.name() + " is named twice; compare different versions");
        }
        List<ScoredExample> examples = Scoring.score(loaded.model(), dataset);
        Seen.warn(loaded, dataset, spec.commandLine().getErr());
        scored.add(new ScoredModel(loaded.name(), examples));
        provenance.add(
            new ReportRow(
                loaded.name(),
                loaded.manifest().features()
                    + ", "
                    + loaded.manifest().classifier()
                    + ", "
                    + loaded.manifest().totalBytes()
                    + " bytes"));
      }
    }
    ComparisonReport report =
        new ComparisonReport(
            "Comparison on " + dataset.name(),
            ModelComparison.of(dataset.name(), scored, testData.seed()),
            List.of(),
            List.of(),
            List.of(new ReportRow("seed", String.valueOf(testData.seed()))),
            provenance);
    spec.commandLine().getOut().println(new MarkdownRenderer().render(report).strip());
    if (folder != null) {
      Path page = folder.write("comparison", report);
      spec.commandLine().getErr().println("Report: " + page);
    }
    return 0;
  }
}
