package org.stance4j.audit;

import java.util.List;

/**
 * Figures by row: slices, words, parts.
 *
 * @param check the check that made it
 * @param key its name in files
 * @param title heading
 * @param names titles of the columns of text, at least one
 * @param columns the columns of numbers, to their right
 * @param rows in the order to be shown
 */
public record AuditTable(
    AuditCheck check,
    String key,
    String title,
    List<String> names,
    List<Column> columns,
    List<Row> rows) {
  public AuditTable {
    names = List.copyOf(names);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.names.size() != names.size() || row.figures.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table "
                + key
                + " has "
                + names.size()
                + " names and "
                + columns.size()
                + " figures a row, got "
                + row);
      }
    }
  }

  /**
   * A column of numbers.
   *
   * @param key its name in files, in camel case
   * @param title its name over the column
   * @param format how its numbers are written
   */
  public record Column(String key, String title, FigureFormat format) {}

  /**
   * One row.
   *
   * @param names one text per column of text
   * @param figures one finite number per column of numbers
   */
  public record Row(List<String> names, List<Double> figures) {
    public Row {
      names = List.copyOf(names);
      figures = List.copyOf(figures);
      if (!figures.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("figures must be finite, got " + names + figures);
      }
    }
  }
}
