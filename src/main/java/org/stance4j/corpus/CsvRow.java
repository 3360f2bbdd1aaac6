package org.stance4j.corpus;

import java.util.List;

/**
 * One row of a table below its header.
 *
 * @param header names the fields
 * @param line number of the line in the file where the row starts, from 1; line ends inside quotes
 *     count
 * @param fields one per column, in the order of the header
 */
public record CsvRow(CsvHeader header, long line, List<String> fields) {
  public CsvRow {
    fields = List.copyOf(fields);
    if (fields.size() != header.columns().size()) {
      throw new DatasetFormatException(
          header.file(),
          line,
          "",
          "",
          "the row has "
              + fields.size()
              + " fields, the header "
              + header.columns().size()
              + "; "
              + header.wayOut("put fields that hold a separator in quotes"));
    }
  }

  /** The value in that column as it stands in the file; empty if there is no such column. */
  public String value(String column) {
    int index = header.columns().indexOf(column);
    return index < 0 ? "" : fields.get(index);
  }

  /**
   * An error about the value in a column.
   *
   * @param column its name
   * @param problem what follows the value in the message: what is wrong, allowed, the way out
   */
  public DatasetFormatException error(String column, String problem) {
    String value = value(column);
    return new DatasetFormatException(
        header.file(), line, column, value, Shown.of(value) + " " + problem);
  }
}
