package org.stance4j.report;

import java.util.Locale;
import org.stance4j.audit.Exhibit;
import org.stance4j.audit.Finding;

/**
 * An audit as lines for the console: level, check and finding in columns, examples indented below,
 * the verdict last. Hidden characters are made visible.
 */
public final class AuditText {
  private static final String INDENT = " ".repeat(23);

  private AuditText() {}

  /** All lines, each ending in a line feed. */
  public static String render(AuditReport report) {
    StringBuilder text = new StringBuilder();
    text.append(oneLine(report.title())).append("\n\n");
    for (Finding finding : report.audit().findings()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-4s  %-15s  %s\n",
              finding.level().word(),
              finding.check().key(),
              oneLine(finding.message())));
      finding.examples().forEach(exhibit -> add(text, exhibit));
      if (finding.more() > 0) {
        text.append(INDENT).append("and ").append(finding.more()).append(" more\n");
      }
    }
    text.append('\n').append(report.verdict()).append('\n');
    return VisibleText.page(text.toString());
  }

  private static void add(StringBuilder text, Exhibit exhibit) {
    text.append(INDENT).append(oneLine(String.join(", ", exhibit.ids())));
    if (!exhibit.note().isEmpty()) {
      text.append(": ").append(oneLine(exhibit.note()));
    }
    text.append('\n');
    for (String line : exhibit.texts()) {
      text.append(INDENT).append("  ").append(oneLine(line)).append('\n');
    }
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }
}
