package org.stance4j.corpus;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a table by RFC 4180: commas, line ends {@code \n}, quotes only around fields that need
 * them, so that the same rows always give the same bytes. For use by one thread; must be closed.
 */
public final class CsvTableWriter implements Closeable {
  private final CSVWriter csv;
  private final int columns;

  /**
   * Writes the header.
   *
   * @param out closed by {@link #close}
   * @param columns names of the columns, at least one
   * @throws IOException if the target cannot be written to
   */
  public CsvTableWriter(Writer out, List<String> columns) throws IOException {
    this(out, columns.size());
    write(columns);
  }

  private CsvTableWriter(Writer out, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("a table needs at least one column");
    }
    this.columns = columns;
    this.csv =
        new CSVWriter(
            out,
            ICSVWriter.DEFAULT_SEPARATOR,
            ICSVWriter.DEFAULT_QUOTE_CHARACTER,
            ICSVWriter.DEFAULT_QUOTE_CHARACTER,
            ICSVWriter.DEFAULT_LINE_END);
  }

  /**
   * A writer to a file in UTF-8, replacing what is there.
   *
   * @throws IOException if the file cannot be written
   */
  public static CsvTableWriter create(Path file, List<String> columns) throws IOException {
    return new CsvTableWriter(Files.newBufferedWriter(file), columns);
  }

  /**
   * A writer of further rows to the end of a table, which ends with a whole line.
   *
   * @param columns number of its columns, at least 1
   * @throws IOException if the file does not exist or cannot be written
   */
  public static CsvTableWriter append(Path file, int columns) throws IOException {
    return new CsvTableWriter(
        Files.newBufferedWriter(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
        columns);
  }

  /**
   * Hands what was written to the system.
   *
   * @throws IOException if the target cannot be written to
   */
  public void flush() throws IOException {
    csv.flush();
  }

  /**
   * Writes a row.
   *
   * @param fields one per column
   * @throws IllegalArgumentException if their number differs from that of the columns
   * @throws IOException if the target cannot be written to
   */
  public void write(List<String> fields) throws IOException {
    if (fields.size() != columns) {
      throw new IllegalArgumentException(
          "the table has " + columns + " columns, the row " + fields.size() + " fields");
    }
    csv.writeNext(fields.toArray(new String[0]), false);
    // the library keeps an error to itself until asked
    IOException failure = csv.getException();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
