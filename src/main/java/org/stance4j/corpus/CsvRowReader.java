package org.stance4j.corpus;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV or TSV file one by one, in constant memory.
 *
 * <p>Files are UTF-8, with or without a byte order mark, and follow RFC 4180: comma (tab where the
 * name ends in {@code .tsv} or {@code .tab}), double quotes, a header. Backslashes are plain text.
 * A line end inside a quoted field, however it is written, is read as {@code \n}. In a table of
 * several columns, blank lines are skipped. A fault in the file is a {@link
 * DatasetFormatException}; it may be raised some rows ahead, because the file is read in pieces.
 *
 * <p>For use by one thread; must be closed.
 */
public final class CsvRowReader implements Iterator<CsvRow>, Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVReader csv;
  private final CsvHeader header;
  private @Nullable CsvRow next;

  private CsvRowReader(String file, CSVReader csv) throws IOException {
    this.csv = csv;
    String[] names = readRecord();
    if (names == null) {
      throw new DatasetFormatException(
          file, 0, "", "", "the file is empty; it must hold a header and rows");
    }
    this.header = new CsvHeader(file, List.of(names));
    this.next = readRow();
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws DatasetFormatException if the file is empty, its header or first rows are faulty
   * @throws IOException if it cannot be read
   */
  public static CsvRowReader open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "no such file; check the path");
    }
    String file = Names.of(path);
    char separator = separator(file);
    Reader text = new BufferedReader(new StrictUtf8Reader(file, Files.newInputStream(path)));
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      CSVReader csv =
          new CSVReaderBuilder(new QuoteGuard(file, separator, text))
              .withCSVParser(new RFC4180ParserBuilder().withSeparator(separator).build())
              .withVerifyReader(false)
              .build();
      return new CsvRowReader(file, csv);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /** The column names. */
  public CsvHeader header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /**
   * The next row.
   *
   * @throws DatasetFormatException if the file is faulty
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public CsvRow next() {
    CsvRow row = next;
    if (row == null) {
      throw new NoSuchElementException("no row is left in " + header.file());
    }
    try {
      next = readRow();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read on in " + header.file(), e);
    }
    return row;
  }

  private @Nullable CsvRow readRow() throws IOException {
    while (true) {
      long line = csv.getLinesRead() + 1;
      String[] fields = readRecord();
      if (fields == null) {
        return null;
      }
      boolean blankLine = fields.length == 1 && fields[0].isEmpty();
      if (!blankLine || header.columns().size() == 1) {
        return new CsvRow(header, line, Arrays.asList(fields));
      }
    }
  }

  private String @Nullable [] readRecord() throws IOException {
    try {
      return csv.readNext();
    } catch (CsvValidationException e) {
      throw new IllegalStateException("no validator was given", e);
    }
  }

  static char separator(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".tsv") || name.endsWith(".tab") ? '\t' : ',';
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
