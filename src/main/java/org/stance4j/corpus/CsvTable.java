package org.stance4j.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole CSV or TSV file in memory, read by the rules of {@link CsvRowReader}.
 *
 * @param header the column names
 * @param rows in file order
 */
public record CsvTable(CsvHeader header, List<CsvRow> rows) {
  public CsvTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @throws DatasetFormatException if it is faulty
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    try (CsvRowReader reader = CsvRowReader.open(file)) {
      return read(reader);
    }
  }

  /**
   * Reads a file that is in memory already.
   *
   * @param file its name, shown in messages; tells the separator
   * @param bytes what it holds
   * @throws DatasetFormatException if it is faulty
   */
  public static CsvTable of(String file, byte[] bytes) {
    try (CsvRowReader reader = CsvRowReader.open(file, () -> new ByteArrayInputStream(bytes))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " from memory", e);
    }
  }

  private static CsvTable read(CsvRowReader reader) {
    List<CsvRow> rows = new ArrayList<>();
    reader.forEachRemaining(rows::add);
    return new CsvTable(reader.header(), rows);
  }
}
