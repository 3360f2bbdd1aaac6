package org.stance4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditCheck;
import org.stance4j.audit.Finding;
import org.stance4j.audit.Level;

/**
 * What an audit of labelled data found.
 *
 * @param title headline
 * @param audit findings and tables
 * @param settings the limits and how the audit was made
 * @param provenance what was audited
 */
public record AuditReport(
    String title, Audit audit, List<ReportRow> settings, List<ReportRow> provenance)
    implements Report {
  public AuditReport {
    settings = ReportRow.copy(settings);
    provenance = ReportRow.copy(provenance);
  }

  /** The verdict, then what fails. */
  @Override
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(verdict());
    for (Finding failure : audit.of(Level.FAIL)) {
      lines.add(failure.check().title() + ": " + failure.message() + ".");
    }
    return List.copyOf(lines);
  }

  /** {@code 9 good, 4 notes, 2 warnings, 1 failure: the data fail.} */
  public String verdict() {
    Map<Level, Integer> counts = audit.counts();
    return counts.getOrDefault(Level.GOOD, 0)
        + " good, "
        + count(counts.getOrDefault(Level.NOTE, 0), "note")
        + ", "
        + count(counts.getOrDefault(Level.WARN, 0), "warning")
        + ", "
        + count(counts.getOrDefault(Level.FAIL, 0), "failure")
        + (audit.passed() ? ": nothing fails." : ": the audit fails.");
  }

  /** The checks with a finding, in order. */
  public List<AuditCheck> checks() {
    return audit.findings().stream().map(Finding::check).distinct().toList();
  }

  /** The gravest level of a check's findings. */
  public Level level(AuditCheck check) {
    return audit.of(check).stream()
        .map(Finding::level)
        .reduce((a, b) -> a.compareTo(b) >= 0 ? a : b)
        .orElse(Level.GOOD);
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
