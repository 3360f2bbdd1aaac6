package org.stance4j.report;

import java.util.List;
import java.util.stream.Stream;
import org.stance4j.Stance;
import org.stance4j.corpus.GroupSizes;
import org.stance4j.corpus.LabelCounts;
import org.stance4j.corpus.LengthHistogram;

/** The Markdown of what a dataset holds. */
final class StatsMarkdown {
  private StatsMarkdown() {}

  static void add(MarkdownRenderer.Page page, StatsReport report) {
    page.heading(2, "Labels");
    header(page, "sentences");
    row(page, "all", report.statistics().labels());
    for (StatsTable table : report.tables()) {
      page.heading(2, table.title());
      header(page, table.key());
      table.rows().forEach(row -> row(page, row.value(), row.counts()));
    }
    page.heading(2, "Words a sentence");
    header(page, "words");
    for (LengthHistogram.Bin bin : report.lengths().bins()) {
      row(page, bin.label(), bin.counts());
    }
    page.heading(2, "Sentences a group");
    page.header("sentences", "groups", "sentences together");
    for (GroupSizes.Bin bin : report.groups().bins()) {
      page.row(bin.label(), Figures.count(bin.groups()), Figures.count(bin.sentences()));
    }
  }

  private static void header(MarkdownRenderer.Page page, String first) {
    page.header(
        Stream.concat(Stream.of(first, "all"), Stream.of(Stance.values()).map(Stance::label)));
  }

  private static void row(MarkdownRenderer.Page page, String name, LabelCounts counts) {
    page.row(
        Stream.concat(
            List.of(name, Figures.count(counts.total())).stream(),
            Stream.of(Stance.values()).map(stance -> Figures.count(counts.of(stance)))));
  }
}
