package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.behaviour.BehaviourRun;
import org.stance4j.behaviour.BehaviourSuite;
import org.stance4j.pipeline.LoadedModel;
import org.stance4j.provenance.EnvironmentInfo;
import org.stance4j.report.BehaviourReport;
import org.stance4j.report.BehaviourText;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance behaviour}: what a model can do, one capability at a time. */
@Command(
    name = "behaviour",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a behavioural suite on a model and prints the failure rate of each capability with its"
          + " 95 %% interval.",
      "",
      "The suite that ships tests stance towards NATO's engagement in Asia: negation, concessions,"
          + " reported views, irony, other targets, spelling, typos and more."
    },
    footer = {
      "",
      "A suite of your own is a CSV with a header and one test a row:",
      "  id          unique",
      "  capability  what is tested, any words",
      "  kind        MFT (minimum functionality: a sentence and its stance),",
      "              INV (invariance: an edit must not change the stance) or",
      "              DIR (directional: an edit must, or must not, move the answer)",
      "  text        the sentence",
      "  edit        the edited sentence; empty for MFT",
      "  expected    MFT: pro, anti or neutral",
      "              INV: same",
      "              DIR: changes (it gets another stance), STANCE-not-up or",
      "              STANCE-not-down (its probability must not rise, or fall)",
      "  tolerance   how far that probability may move nonetheless, from 0 to 1;",
      "              empty where expected is anything else",
      "  before, after, target   optional: sentences around it; target of the stance",
      "",
      "Examples:",
      "  stance behaviour ensemble --failures 3",
      "  stance behaviour ngram-linear --suite my-suite.csv --out report"
    })
final class BehaviourCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private ReportOption reportOption = new ReportOption();

  @Parameters(paramLabel = "MODEL", description = "default, NAME, NAME@VERSION or a model folder.")
  private String model = "default";

  @Option(
      names = "--suite",
      paramLabel = "FILE",
      description = "Suite to run, CSV or TSV (default: the one that ships).")
  private @Nullable Path file;

  @Option(
      names = "--failures",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Also print up to N tests of each capability that failed (default: ${DEFAULT-VALUE});"
              + " reports and JSON hold all of them.")
  private int failures;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (failures < 0) {
      throw new ParameterException(
          spec.commandLine(), "--failures " + failures + " is no number of tests; give 0 or more");
    }
    ReportFolder folder = reportOption.folder();
    BehaviourSuite suite = Suites.read(file);
    BehaviourReport report;
    try (LoadedModel loaded = models.load(model)) {
      report = report(Suites.run(loaded, suite));
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.println(
        json
            ? new JsonRenderer().render(report).strip()
            : BehaviourText.render(report, failures).strip());
    if (folder != null) {
      Path page = folder.write("behaviour", report);
      spec.commandLine().getErr().println("Report: " + page);
    }
    return 0;
  }

  private static BehaviourReport report(BehaviourRun run) {
    return new BehaviourReport(
        run.model() + " in the suite " + run.suite(),
        run,
        List.of(),
        List.of(
            new ReportRow("model", run.model()),
            new ReportRow("suite", "sha256 " + run.sha256()),
            new ReportRow("stance4j", EnvironmentInfo.current().stance4jVersion())));
  }
}
