package org.stance4j.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first row of a table: its column names in order.
 *
 * @param file name of the file
 * @param columns at least one; not blank, each once
 */
public record CsvHeader(String file, List<String> columns) {
  public CsvHeader {
    columns = List.copyOf(columns);
    if (columns.stream().allMatch(String::isBlank)) {
      throw new DatasetFormatException(
          file, 1, "", "", "no header; the first line must name the columns");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (name.isBlank()) {
        throw new DatasetFormatException(
            file, 1, "", "", "column " + (i + 1) + " of the header has no name; give it one");
      }
      if (!seen.add(name)) {
        throw new DatasetFormatException(
            file, 1, name, name, "the header names this column twice; rename or remove one");
      }
    }
  }

  /** Whether the table has a column of that name. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /**
   * Demands a column.
   *
   * @param column its name
   * @param wayOut what the user can do, such as naming another column by an option
   * @throws DatasetFormatException if there is none; lists the columns present, and tells if
   *     semicolons separate them
   */
  public void require(String column, String wayOut) {
    if (!has(column)) {
      throw new DatasetFormatException(
          file,
          1,
          column,
          "",
          "no such column; the file has " + String.join(", ", columns) + "; " + wayOut(wayOut));
    }
  }

  /** Another separator is the likely cause where one column's name holds a semicolon. */
  String wayOut(String otherwise) {
    if (columns.size() > 1 || columns.get(0).indexOf(';') < 0) {
      return otherwise;
    }
    return "fields are separated by ';' here; use "
        + (CsvRowReader.separator(file) == '\t' ? "tabs" : "commas");
  }
}
