package org.stance4j.corpus;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
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
 * <p>Many published files separate by tabs and do not quote, as IANA's {@code
 * text/tab-separated-values} has it. A file of tabs whose quotes do not follow RFC 4180 is read so:
 * a row is a line, and quotes are text.
 *
 * <p>For use by one thread; must be closed.
 */
public final class CsvRowReader implements Iterator<CsvRow>, Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  // no text holds it: the decoder refuses it
  private static final char NO_QUOTE = '\0';

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
    return open(Names.of(path), () -> Files.newInputStream(path));
  }

  /** As {@link #open(Path)}, from something that can be read from its start several times. */
  static CsvRowReader open(String file, Source source) throws IOException {
    char separator = separator(file);
    boolean quoted = separator != '\t' || followsQuoting(source, file);
    Reader text = text(source, file);
    try {
      CSVReader csv =
          new CSVReaderBuilder(quoted ? new QuoteGuard(file, separator, text) : text)
              .withCSVParser(
                  new RFC4180ParserBuilder()
                      .withSeparator(separator)
                      .withQuoteChar(quoted ? ICSVParser.DEFAULT_QUOTE_CHARACTER : NO_QUOTE)
                      .build())
              .withVerifyReader(false)
              .build();
      return new CsvRowReader(file, csv);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /** The text of a file behind its byte order mark. */
  private static Reader text(Source source, String file) throws IOException {
    Reader text = new BufferedReader(new StrictUtf8Reader(file, source.open()));
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /** Reads a file of tabs to its end: do its quotes follow RFC 4180? */
  private static boolean followsQuoting(Source source, String file) throws IOException {
    try (Reader guard = new QuoteGuard(file, '\t', text(source, file))) {
      guard.transferTo(Writer.nullWriter());
      return true;
    } catch (DatasetFormatException e) {
      return false; // a fault of another kind comes up again when the rows are read
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

  /** Where the bytes of a table come from. */
  @FunctionalInterface
  interface Source {
    /** A stream from the first byte on, closed by whoever asked. */
    InputStream open() throws IOException;
  }
}
