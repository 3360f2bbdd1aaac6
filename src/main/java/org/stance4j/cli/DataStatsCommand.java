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
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance data stats}. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Counts labels, kinds, holders, groups and lengths.")
final class DataStatsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions dataOptions = new DataOptions();

  @Parameters(
      paramLabel = "CSV|DIR",
      arity = "0..*",
      description = "Labelled data (default: the shipped dataset).")
  private List<Path> data = List.of();

  @Override
  public Integer call() throws IOException {
    Dataset dataset =
        dataOptions
            .source(data.isEmpty() ? List.of(Home.dataset()) : data, dataOptions.documents())
            .read();
    Grouping grouping = Grouping.of(dataset);
    DatasetStatistics statistics = DatasetStatistics.of(dataset);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s: %d sentences%n%n", dataset.name(), dataset.size());
    out.printf(Locale.ROOT, "%-24s %7s %7s %7s %7s%n", "", "all", "pro", "anti", "neutral");
    row(out, "all", statistics.labels());
    table(out, "kind", statistics.kinds());
    table(out, "holder", statistics.holders());
    table(out, "source", statistics.sources());
    table(out, "register", statistics.registers());
    table(out, "phenomenon", statistics.phenomena());
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
    return 0;
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
