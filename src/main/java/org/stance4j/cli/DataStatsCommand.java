package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.GroupSizes;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.corpus.LengthHistogram;
import org.stance4j.provenance.DatasetFingerprint;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.ReportRow;
import org.stance4j.report.StatsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data stats}. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Counts labels, kinds, holders, splits, groups and lengths.")
final class DataStatsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();
  @Mixin private ReportOption reportOption = new ReportOption();

  @Parameters(
      paramLabel = "CSV|DIR",
      arity = "0..*",
      description = "Labelled data (default: the shipped dataset).")
  private List<Path> data = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ReportFolder folder = reportOption.folder();
    Dataset dataset =
        dataOptions
            .source(data.isEmpty() ? List.of(Home.dataset()) : data, dataOptions.documents())
            .read();
    Grouping grouping = Grouping.of(dataset);
    DatasetStatistics statistics = DatasetStatistics.of(dataset);
    StatsReport report = report(dataset, statistics, grouping);
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(new JsonRenderer().render(report).strip());
    } else {
      print(dataset, statistics, grouping, writer);
    }
    writer.flush();
    if (folder != null) {
      spec.commandLine().getErr().println("Report: " + folder.write("statistics", report));
    }
    return 0;
  }

  private static StatsReport report(
      Dataset dataset, DatasetStatistics statistics, Grouping grouping) {
    return new StatsReport(
        dataset.name(),
        statistics,
        LengthHistogram.of(dataset),
        GroupSizes.of(grouping.dataset()),
        grouping.report(),
        List.of(),
        List.of(new ReportRow("data SHA-256", DatasetFingerprint.of(dataset))));
  }

  private static void print(
      Dataset dataset, DatasetStatistics statistics, Grouping grouping, PrintWriter out) {
    out.printf(Locale.ROOT, "%s: %d sentences%n%n", dataset.name(), dataset.size());
    out.printf(Locale.ROOT, "%-24s %7s %7s %7s %7s%n", "", "all", "pro", "anti", "neutral");
    row(out, "all", statistics.labels());
    table(out, "kind", statistics.kinds());
    table(out, "holder", statistics.holders());
    table(out, "source", statistics.sources());
    table(out, "register", statistics.registers());
    table(out, "phenomenon", statistics.phenomena());
    table(out, "split", statistics.splits());
    out.printf(
        Locale.ROOT,
        "%nwords a sentence: min %d, median %.0f, 90 %% at most %d, max %d%n",
        statistics.words().min(),
        statistics.words().median(),
        statistics.words().p90(),
        statistics.words().max());
    out.printf(
        Locale.ROOT,
        "groups: %d (%d after joining documents, arguments and near-duplicates), the largest %.1f %%%n",
        grouping.report().groupsBefore(),
        grouping.report().groups(),
        100 * grouping.report().largestShare());
    out.printf(
        Locale.ROOT, "near-duplicate pairs: %d%n", grouping.report().nearDuplicates().size());
  }

  private static void table(PrintWriter out, String title, Map<String, LabelCounts> counts) {
    if (counts.size() > 1) {
      out.println(title);
      counts.forEach((name, count) -> row(out, "  " + name, count));
    }
  }

  private static void row(PrintWriter out, String name, LabelCounts counts) {
    out.printf(
        Locale.ROOT,
        "%-24s %7d %7d %7d %7d%n",
        name,
        counts.total(),
        counts.of(Stance.PRO),
        counts.of(Stance.ANTI),
        counts.of(Stance.NEUTRAL));
  }
}
