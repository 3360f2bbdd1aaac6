package org.stance4j.report;

import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Abstention;

/** The part of a Markdown page that tells what abstention brings. */
final class AbstentionMarkdown {
  private AbstentionMarkdown() {}

  static void add(MarkdownRenderer.Page page, @Nullable Abstention abstention) {
    if (abstention == null) {
      return;
    }
    for (AbstentionTable table : AbstentionTable.of(abstention)) {
      page.heading(3, table.title());
      page.line(MarkdownRenderer.escape(table.lead()));
      page.line("");
      page.header(table.columns().stream());
      table.rows().forEach(row -> page.row(row.stream()));
    }
    if (abstention.sets().isEmpty()) {
      page.line("");
      page.line(AbstentionWords.NO_SETS);
    }
  }
}
