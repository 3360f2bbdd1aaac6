package org.stance4j.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * The same columns, where one that differs from a known name in case alone goes by that name.
   *
   * @param names known names; a column that is called so exactly comes before one that differs
   */
  public CsvHeader known(List<String> names) {
    List<String> renamed = new ArrayList<>(columns);
    for (String name : names) {
      for (int i = 0; i < renamed.size() && !renamed.contains(name); i++) {
        if (renamed.get(i).equalsIgnoreCase(name) && !names.contains(renamed.get(i))) {
          renamed.set(i, name);
        }
      }
    }
    return new CsvHeader(file, renamed);
  }

  /** Another separator is the likely cause where the only column's name holds one. */
  String wayOut(String otherwise) {
    return columns.size() > 1
        ? otherwise
        : columns
            .get(0)
            .chars()
            .mapToObj(c -> separatorHint(file, (char) c))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(otherwise);
  }

  /** What to do where a character that could separate fields is not the file's separator. */
  static Optional<String> separatorHint(String file, char found) {
    char separator = CsvRowReader.separator(file);
    if (found == separator || (found != ';' && found != '\t' && found != ',')) {
      return Optional.empty();
    }
    if (found == '\t') {
      return Optional.of("fields are separated by tabs here; give the file a name in .tsv");
    }
    return Optional.of(
        "fields are separated by '"
            + found
            + "' here; use "
            + (separator == '\t' ? "tabs" : "commas"));
  }
}
