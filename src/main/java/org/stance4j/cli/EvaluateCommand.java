package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourSuite;
import org.stance4j.evaluation.Abstention;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Gate;
import org.stance4j.evaluation.GateSubject;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PriorAdaptation;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.evaluation.Slicer;
import org.stance4j.explain.ErrorAnalysis;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.pipeline.Neighbourhood;
import org.stance4j.pipeline.Scoring;
import org.stance4j.report.EvaluationReport;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.MarkdownRenderer;
import org.stance4j.report.ReportRow;
import org.stance4j.report.SentenceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance evaluate}: how well a model does on labelled data. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Scores a model on labelled data and prints the figures with 95 %% intervals.",
      "",
      "A behavioural suite is run too, and its failure rates reported; 'stance behaviour' lists the"
          + " tests that failed."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final String NO_SUITE = "none";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private TestDataOptions testData = new TestDataOptions();
  @Mixin private GateOption gates = new GateOption();

  @Mixin private NeighbourOptions neighbours = new NeighbourOptions();

  @Parameters(paramLabel = "MODEL", description = "default, NAME, NAME@VERSION or a model folder.")
  private String model = "default";

  @Option(names = "--json", description = "Print one JSON object instead of a report.")
  private boolean json;

  @Option(
      names = "--adapt-prior",
      description =
          "Also estimate how common each stance is from the sentences without their labels, weight"
              + " the probabilities by it, and tell whether that helped.")
  private boolean adaptPrior;

  @Option(
      names = "--suite",
      paramLabel = "FILE|none",
      description =
          "Behavioural suite to run, or none (default: the one that ships; none where the data or the"
              + " model name targets).")
  private @Nullable String suite;

  @Option(
      names = "--errors",
      arity = "0..1",
      fallbackValue = "20",
      paramLabel = "N",
      description =
          "Also analyse the errors, at most N of each kind (${FALLBACK-VALUE} without a number): the most"
              + " confident errors with the words that pull and the nearest training sentences, labels"
              + " that may be wrong, the most uncertain sentences.")
  private @Nullable Integer errors;

  @Override
  public Integer call() throws IOException {
    for (Gate gate : gates.gates()) {
      if (gate.needsBaseline()) {
        throw new ParameterException(
            spec.commandLine(),
            "--fail-if '"
                + gate.text()
                + "' takes a baseline; use stance compare, whose first model is the baseline");
      }
    }
    checkErrors();
    ReportFolder folder = testData.reportFolder();
    BehaviourSuite tests =
        NO_SUITE.equals(suite) ? null : Suites.read(suite == null ? null : Path.of(suite));
    PrintWriter writer = spec.commandLine().getOut();
    try (LoadedModel loaded = models.load(model)) {
      Dataset dataset = testData.read();
      List<Slicer> slicers = testData.slicers(dataset, spec.commandLine().getErr());
      List<ScoredExample> scored = Scoring.score(loaded.model(), dataset);
      PriorAdaptation adaptation =
          adaptPrior
              ? PriorAdaptation.of(
                  loaded.name(),
                  dataset.name(),
                  scored,
                  loaded.prior(),
                  slicers,
                  ClusterBootstrap.RESAMPLES,
                  testData.seed())
              : null;
      Evaluation evaluation =
          adaptation == null
              ? Evaluator.evaluate(
                  loaded.name(),
                  dataset.name(),
                  scored,
                  slicers,
                  ClusterBootstrap.RESAMPLES,
                  testData.seed())
              : adaptation.before();
      evaluation =
          evaluation.withAbstention(Abstention.of(scored, loaded.labelSets(), testData.seed()));
      Seen.warn(loaded, dataset, spec.commandLine().getErr());
      BehaviourRun behaviour =
          tests == null || (suite == null && !fits(loaded, dataset, tests))
              ? null
              : Suites.run(loaded, tests);
      EvaluationReport report =
          report(
              loaded,
              dataset,
              evaluation,
              adaptation,
              behaviour,
              errors == null ? null : analyse(loaded, scored, errors),
              SentenceList.of(scored, slicers, evaluation));
      writer.println(
          json
              ? new JsonRenderer().render(report).strip()
              : new MarkdownRenderer().render(report).strip());
      if (folder != null) {
        Path page = folder.write("evaluation", report);
        spec.commandLine().getErr().println("Report: " + page);
      }
      return GateOption.tell(report.gates(), spec.commandLine().getErr());
    }
  }

  private void checkErrors() {
    if (errors != null && errors < 1) {
      throw new ParameterException(
          spec.commandLine(), "--errors must be at least 1, got " + errors);
    }
    if (errors == null) {
      for (String option : List.of("--training", "--neighbours", "--cache")) {
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
          throw new ParameterException(
              spec.commandLine(), option + " goes with --errors; add --errors or leave it out");
        }
      }
    }
    neighbours.check();
  }

  private ErrorAnalysis analyse(LoadedModel loaded, List<ScoredExample> scored, int most)
      throws IOException {
    try (Neighbourhood neighbourhood = neighbours.open(loaded, testData.reader())) {
      return ErrorAnalysis.of(
          scored,
          loaded.model().explainer(),
          neighbourhood == null ? null : neighbourhood.nearest(),
          Math.max(1, neighbours.number()),
          most);
    }
  }

  /** Whether a suite that nobody asked for says something about this model. */
  private static boolean fits(LoadedModel loaded, Dataset dataset, BehaviourSuite tests) {
    return Suites.knows(loaded, tests)
        && dataset.sentences().stream().allMatch(sentence -> sentence.target().isBlank());
  }

  private EvaluationReport report(
      LoadedModel loaded,
      Dataset dataset,
      Evaluation evaluation,
      @Nullable PriorAdaptation adaptation,
      @Nullable BehaviourRun behaviour,
      @Nullable ErrorAnalysis analysis,
      SentenceList sentences) {
    return new EvaluationReport(
        loaded.name() + " on " + dataset.name(),
        evaluation,
        adaptation,
        behaviour,
        analysis,
        gates.check(List.of(new GateSubject(evaluation, loaded.manifest().totalBytes(), null))),
        sentences,
        List.of(
            new ReportRow("seed", String.valueOf(testData.seed())),
            new ReportRow("majority baseline", baseline(loaded, dataset)),
            new ReportRow("n-gram model", "stance compare ngram-linear " + loaded.name())),
        List.of(
            new ReportRow("model", loaded.name()),
            new ReportRow(
                "sentences seen in training",
                loaded.trainingTexts().seen(dataset.sentences()) + " of " + dataset.size())));
  }

  /** What always saying the most frequent stance of the training data would have scored. */
  private String baseline(LoadedModel loaded, Dataset dataset) {
    Stance majority = loaded.majority();
    Evaluation always =
        Evaluator.evaluate(
            "majority",
            dataset.name(),
            Scoring.constant(majority, dataset),
            List.of(),
            ClusterBootstrap.RESAMPLES,
            testData.seed());
    Interval interval = always.interval(Metric.MACRO_F1);
    return String.format(
        Locale.ROOT,
        "always %s: macro-F1 %.3f (%.3f to %.3f), accuracy %.3f",
        majority.label(),
        always.macroF1(),
        interval.low(),
        interval.high(),
        always.accuracy());
  }
}
