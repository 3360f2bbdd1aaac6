package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.GroupSizes;
import org.stance4j.corpus.GroupingReport;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.corpus.LengthHistogram;

/**
 * What a dataset holds.
 *
 * @param data name of the dataset
 * @param statistics its counts
 * @param lengths how long its sentences are
 * @param groups how large its groups are, after joining
 * @param grouping how they were joined
 * @param settings how the counts were made
 * @param provenance what they were made from and with
 */
public record StatsReport(
    String data,
    DatasetStatistics statistics,
    LengthHistogram lengths,
    GroupSizes groups,
    GroupingReport grouping,
    List<ReportRow> settings,
    List<ReportRow> provenance)
    implements Report {
  public StatsReport {
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  @Override
  public String title() {
    return "What " + data + " holds";
  }

  /** All sentences. */
  public StatsTable.Row all() {
    return new StatsTable.Row("all", statistics.labels());
  }

  /** The properties with more than one value. */
  public List<StatsTable> tables() {
    return Stream.of(
            StatsTable.of("source", "Source", statistics.sources()),
            StatsTable.of("split", "Split", statistics.splits()),
            StatsTable.of("kind", "Kind of sentence", statistics.kinds()),
            StatsTable.of("holder", "Holder", statistics.holders()),
            StatsTable.of("register", "Register", statistics.registers()),
            StatsTable.of("phenomenon", "Phenomenon", statistics.phenomena()))
        .filter(table -> table.rows().size() > 1)
        .toList();
  }

  @Override
  public List<String> summary() {
    LabelCounts labels = statistics.labels();
    List<String> lines = new ArrayList<>();
    if (labels.total() == 0) {
      return List.of(data + " holds no sentence.");
    }
    lines.add(
        data
            + " holds "
            + count(labels.total(), "sentence")
            + ": "
            + share(Stance.PRO)
            + ", "
            + share(Stance.ANTI)
            + " and "
            + share(Stance.NEUTRAL)
            + ".");
    lines.add(
        "They have "
            + statistics.words().min()
            + " to "
            + count(statistics.words().max(), "word")
            + "; half of them at most "
            + Math.round(Math.ceil(statistics.words().median()))
            + ".");
    lines.add(
        "Documents, arguments and near-duplicates joined, they form "
            + count(grouping.groups(), "group")
            + ", the largest with "
            + Figures.percent(grouping.largestShare())
            + " of them.");
    if (grouping.hasGiant()) {
      lines.add(
          "Beware: one group holds over a fifth of the sentences, so folds and splits will be"
              + " uneven.");
    }
    return List.copyOf(lines);
  }

  private String share(Stance stance) {
    return Figures.percent(all().share(stance)) + " " + stance.label();
  }

  private static String count(int n, String noun) {
    return Figures.count(n) + " " + noun + (n == 1 ? "" : "s");
  }
}
