package org.stance4j.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stance4j.audit.AuditCheck;
import org.stance4j.audit.AuditTable;
import org.stance4j.audit.Exhibit;
import org.stance4j.audit.Finding;

/** The Markdown of an audit: an overview, then each check with its findings and tables. */
final class AuditMarkdown {
  private AuditMarkdown() {}

  static void add(MarkdownRenderer.Page page, AuditReport report) {
    page.heading(2, "Checks");
    page.header("level", "check", "finding");
    for (Finding finding : report.audit().findings()) {
      page.row(finding.level().word(), finding.check().title(), finding.message());
    }
    for (AuditCheck check : report.checks()) {
      List<Finding> shown =
          report.audit().of(check).stream()
              .filter(finding -> !finding.examples().isEmpty())
              .toList();
      List<AuditTable> tables = report.audit().tables(check);
      if (!shown.isEmpty() || !tables.isEmpty()) {
        // a heading ends in a blank line, so that the first block needs none
        page.heading(2, check.title());
        String blank = "";
        for (Finding finding : shown) {
          page.text.append(blank);
          examples(page, finding);
          blank = "\n";
        }
        for (AuditTable table : tables) {
          page.text.append(blank);
          table(page, table);
          blank = "\n";
        }
      }
    }
  }

  private static void examples(MarkdownRenderer.Page page, Finding finding) {
    page.line(
        "**" + finding.level().word() + "** " + MarkdownRenderer.escape(finding.message()) + ":");
    page.line("");
    page.header("where", "what", "text");
    for (Exhibit exhibit : finding.examples()) {
      page.row(
          String.join(", ", exhibit.ids()), exhibit.note(), String.join(" / ", exhibit.texts()));
    }
    if (finding.more() > 0) {
      page.line("");
      page.line("and " + Figures.count(finding.more()) + " more");
    }
  }

  private static void table(MarkdownRenderer.Page page, AuditTable table) {
    page.line(MarkdownRenderer.escape(table.title()) + ":");
    page.line("");
    page.header(
        Stream.concat(
                table.names().stream(), table.columns().stream().map(AuditTable.Column::title))
            .toArray(String[]::new));
    for (AuditTable.Row row : table.rows()) {
      page.row(Stream.concat(row.names().stream(), figures(table, row).stream()));
    }
  }

  private static List<String> figures(AuditTable table, AuditTable.Row row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(i -> AuditFigures.of(row.figures().get(i), table.columns().get(i).format()))
        .toList();
  }
}
