package org.stance4j.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A name and a value, for settings and provenance.
 *
 * @param name unique within its list
 * @param value any text
 */
public record ReportRow(String name, String value) {
  /** An immutable copy of rows whose names differ. */
  static List<ReportRow> copy(List<ReportRow> rows) {
    Set<String> names = new HashSet<>();
    for (ReportRow row : rows) {
      if (!names.add(row.name)) {
        throw new IllegalArgumentException("row '" + row.name + "' occurs twice");
      }
    }
    return List.copyOf(rows);
  }
}
