package org.stance4j.audit;

import java.util.List;

/**
 * Rows that are compared with others.
 *
 * @param name the value that they share
 * @param rows at least one
 */
record Part(String name, List<Row> rows) {
  Part {
    rows = List.copyOf(rows);
  }

  /** Number of rows. */
  int size() {
    return rows.size();
  }
}
