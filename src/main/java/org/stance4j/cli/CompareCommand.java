package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.GateSubject;
import org.stance4j.evaluation.ModelComparison;
import org.stance4j.evaluation.ScoredModel;
import org.stance4j.evaluation.Slicer;
import org.stance4j.explain.MovedWords;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.ModelVersion;
import org.stance4j.pipeline.TimedScores;
import org.stance4j.report.ComparisonReport;
import org.stance4j.report.MarkdownRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "Every model is compared with the first, the baseline: paired differences with intervals and tests, by part of the data too; sentences fixed and broken; what recipes, training data and sizes differ in. Versions that differ in nothing but the seed are also told of together."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private TestDataOptions testData = new TestDataOptions();
  @Mixin private GateOption gates = new GateOption();

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description = "Two or more of: default, NAME, NAME@VERSION, a model folder.")
  private List<String> names = List.of();

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "For each further model, tell of up to N sentences fixed or broken which words moved, by leaving"
              + " each word out in both models; 0 for none (default: ${DEFAULT-VALUE}).")
  private int words = 10;

  @Override
  public Integer call() throws IOException {
    if (names.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "one MODEL is nothing to compare with; name two or more, or run stance evaluate "
              + names.get(0));
    }
    if (words < 0) {
      throw new ParameterException(
          spec.commandLine(), "--words " + words + " is no number of sentences; give 0 or more");
    }
    ReportFolder folder = testData.reportFolder();
    PrintWriter err = spec.commandLine().getErr();
    Dataset dataset = testData.read();
    List<Slicer> slicers = testData.slicers(dataset, err);
    List<ScoredModel> scored = new ArrayList<>();
    List<ModelVersion> versions = new ArrayList<>();
    List<MovedWords> moved = new ArrayList<>();
    // the first stays open, since its words are compared with those of each other
    try (LoadedModel first = models.load(names.get(0))) {
      score(first, dataset, scored, versions);
      for (String name : names.subList(1, names.size())) {
        try (LoadedModel loaded = models.load(name)) {
          score(loaded, dataset, scored, versions);
          moved.addAll(moved(first, loaded, scored));
        }
      }
    }
    ModelComparison comparison =
        ModelComparison.of(
            dataset.name(), scored, slicers, ClusterBootstrap.RESAMPLES, testData.seed());
    ComparisonReport report = report(dataset, comparison, versions, slicers).withMoved(moved);
    spec.commandLine().getOut().println(new MarkdownRenderer().render(report).strip());
    if (folder != null) {
      Path page = folder.write("comparison", report);
      err.println("Report: " + page);
    }
    return GateOption.tell(report.gates(), err);
  }

  private void score(
      LoadedModel loaded, Dataset dataset, List<ScoredModel> scored, List<ModelVersion> versions) {
    if (scored.stream().anyMatch(other -> other.name().equals(loaded.name()))) {
      throw new ParameterException(
          spec.commandLine(), loaded.name() + " is named twice; compare different versions");
    }
    Seen.warn(loaded, dataset, spec.commandLine().getErr());
    TimedScores scores = TimedScores.of(loaded.model(), dataset);
    ModelVersion version = ModelVersion.of(loaded, scores.sentencesPerSecond());
    scored.add(new ScoredModel(loaded.name(), version.family(), scores.scored()));
    versions.add(version);
  }

  /** Words that moved from the first model to the last one scored. */
  private List<MovedWords> moved(LoadedModel first, LoadedModel last, List<ScoredModel> scored) {
    return words == 0
        ? List.of()
        : MovedWords.of(
            first.name(),
            scored.get(0).examples(),
            first.model(),
            last.name(),
            scored.get(scored.size() - 1).examples(),
            last.model(),
            words);
  }

  private ComparisonReport report(
      Dataset dataset,
      ModelComparison comparison,
      List<ModelVersion> versions,
      List<Slicer> slicers) {
    ModelVersion first = versions.get(0);
    List<GateSubject> subjects = new ArrayList<>();
    for (int i = 1; i < versions.size(); i++) {
      subjects.add(
          new GateSubject(
              comparison.evaluations().get(i),
              versions.get(i).manifest().totalBytes(),
              new GateSubject.Baseline(
                  comparison.evaluations().get(0),
                  first.manifest().totalBytes(),
                  comparison.differences().get(i - 1))));
    }
    return new ComparisonReport(
        "Comparison on " + dataset.name(),
        comparison,
        versions.stream().skip(1).map(first::diff).toList(),
        gates.check(subjects),
        slicers,
        List.of(
            new ReportRow("seed", String.valueOf(testData.seed())),
            new ReportRow("resamples", String.valueOf(ClusterBootstrap.RESAMPLES))),
        versions.stream().map(CompareCommand::row).toList());
  }

  private static ReportRow row(ModelVersion version) {
    return new ReportRow(
        version.name(),
        version.manifest().features()
            + ", "
            + version.manifest().classifier()
            + ", "
            + version.manifest().totalBytes()
            + " bytes, seed "
            + version.manifest().seed());
  }
}
