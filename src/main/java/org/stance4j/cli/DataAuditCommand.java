package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditThresholds;
import org.stance4j.audit.Auditor;
import org.stance4j.audit.ShiftRequest;
import org.stance4j.pipeline.AuditPipeline;
import org.stance4j.provenance.EnvironmentInfo;
import org.stance4j.report.AuditReport;
import org.stance4j.report.AuditText;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.ReportRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data audit}: whether figures from this data can be trusted. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for what would spoil a model or its figures: duplicates, leaks between splits, giveaway words, labels that metadata give away, odd characters, parts that differ.",
      "",
      "With --documents, the labelled documents of a dataset folder are compared with it, and no row may share nine words in a row with a .txt file there."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing fails", "1:a check fails, or the command does", "2:wrong usage"})
final class DataAuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private ReportOption reportOption = new ReportOption();

  @Parameters(
      paramLabel = "CSV|DIR",
      arity = "0..*",
      description = "Labelled data (default: the shipped dataset).")
  private List<Path> data = List.of();

  @Option(
      names = "--shift",
      paramLabel = "ATTRIBUTE[=A,B]",
      converter = ShiftConverter.class,
      description =
          "Compare the rows by this attribute, or these two of its values (default: every pair of sources).")
  private @Nullable ShiftRequest shift;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "17",
      description = "Seed of folds and resamples (default: ${DEFAULT-VALUE}).")
  private long seed = 17;

  @Override
  public Integer call() throws IOException {
    ReportFolder folder = reportOption.folder();
    Audit audit =
        AuditPipeline.run(
            dataOptions.source(
                data.isEmpty() ? List.of(Home.dataset()) : data, dataOptions.documents()),
            new Auditor(shift, seed));
    AuditReport report = report(audit);
    PrintWriter writer = spec.commandLine().getOut();
    writer.println(
        json ? new JsonRenderer().render(report).strip() : AuditText.render(report).strip());
    if (folder != null) {
      Path page = folder.write("audit", report);
      spec.commandLine().getErr().println("Report: " + page);
    }
    return audit.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String title(Audit audit) {
    int rows = audit.labels().total();
    String size =
        rows == 0
            ? ""
            : String.format(Locale.ROOT, ": %,d rows in %,d groups", rows, audit.groups());
    return "Audit of " + audit.data() + size;
  }

  private AuditReport report(Audit audit) {
    List<ReportRow> settings = new ArrayList<>();
    AuditThresholds.told().forEach((name, value) -> settings.add(new ReportRow(name, value)));
    if (shift != null) {
      settings.add(new ReportRow("compared by", shift.attribute()));
    }
    settings.add(new ReportRow("seed", String.valueOf(seed)));
    List<ReportRow> provenance = new ArrayList<>();
    if (!audit.fingerprint().isEmpty()) {
      provenance.add(new ReportRow("data", "sha256 " + audit.fingerprint()));
    }
    provenance.add(new ReportRow("stance4j", EnvironmentInfo.current().stance4jVersion()));
    return new AuditReport(title(audit), audit, settings, provenance);
  }
}
