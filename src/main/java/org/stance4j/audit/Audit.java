package org.stance4j.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.corpus.LabelCounts;

/**
 * What an audit found. Immutable; made by {@link Auditor}.
 *
 * @param data name of the data
 * @param fingerprint hash of the grouped data, see {@link
 *     org.stance4j.provenance.DatasetFingerprint}; empty where the data could not be read
 * @param labels numbers of rows by label; all 0 where the data could not be read
 * @param groups number of groups after joining documents, arguments and near-duplicates
 * @param findings in the order of {@link AuditCheck}, within a check the gravest first
 * @param tables in the order of {@link AuditCheck}
 * @param seed source of every random choice
 */
public record Audit(
    String data,
    String fingerprint,
    LabelCounts labels,
    int groups,
    List<Finding> findings,
    List<AuditTable> tables,
    long seed) {
  public Audit {
    findings = List.copyOf(findings);
    tables = List.copyOf(tables);
  }

  /** Number of findings of each level, in declaration order; unmodifiable. */
  public Map<Level, Integer> counts() {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, 0);
    }
    findings.forEach(finding -> counts.merge(finding.level(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Whether no check fails. */
  public boolean passed() {
    return of(Level.FAIL).isEmpty();
  }

  /** The findings of one level. */
  public List<Finding> of(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).toList();
  }

  /** The findings of one check. */
  public List<Finding> of(AuditCheck check) {
    return findings.stream().filter(finding -> finding.check() == check).toList();
  }

  /** The tables of one check. */
  public List<AuditTable> tables(AuditCheck check) {
    return tables.stream().filter(table -> table.check() == check).toList();
  }
}
