package org.stance4j.audit;

import java.util.Comparator;
import java.util.List;

/** What one check found: findings, gravest first, and tables. */
record CheckResult(List<Finding> findings, List<AuditTable> tables) {
  CheckResult {
    findings =
        findings.stream()
            .sorted(Comparator.comparing(Finding::level, Comparator.reverseOrder()))
            .toList();
    tables = List.copyOf(tables);
  }

  static CheckResult of(List<Finding> findings) {
    return new CheckResult(findings, List.of());
  }

  static CheckResult of(Finding finding) {
    return of(List.of(finding));
  }
}
