package org.stance4j.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Document;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvRowReader;
import org.stance4j.report.PredictionColumns;
import org.stance4j.text.ArticleReader;

/**
 * Reads inputs before anything is written about them: articles into memory, tables once from end to
 * end, so that a fault in the last row is known before the first one is scored.
 *
 * <p>A name that ends in {@code .csv}, {@code .tsv} or {@code .tab} is a table, everything else an
 * article. The names of the text's column, {@code context} and {@code target} may be written in
 * other case. For use by one thread.
 */
public final class ClassifyInputReader {
  /** Stands for standard input, read as an article. */
  public static final String STDIN = "-";

  /** Name of the document read from standard input. */
  public static final String STDIN_NAME = "stdin";

  /** The column that holds the text of a row if no other is named. */
  public static final String TEXT_COLUMN = "text";

  private final InputStream stdin;
  private final List<String> added;
  private final ArticleReader articles = ArticleReader.create();

  /** A reader that takes {@link #STDIN} from a stream, which it does not close. */
  public ClassifyInputReader(InputStream stdin) {
    this(stdin, PredictionColumns.NAMES);
  }

  /**
   * The same where tables gain columns of other names.
   *
   * @param added names that no table may have yet
   */
  public ClassifyInputReader(InputStream stdin, List<String> added) {
    this.stdin = stdin;
    this.added = List.copyOf(added);
  }

  /**
   * Reads articles, or checks tables.
   *
   * @param inputs paths, or {@link #STDIN} once; at least one
   * @param textColumn the column that holds the text; {@code null} for {@link #TEXT_COLUMN}
   * @throws ClashingInputsException if articles and tables are mixed, tables have different
   *     columns, or a column is named without a table
   * @throws FileProblemException if an input is missing, a folder, or may not be read, or if
   *     standard input looks like a table
   * @throws org.stance4j.text.UnreadableTextException if an article is empty, binary or not UTF-8
   * @throws org.stance4j.corpus.DatasetFormatException if a table is faulty, lacks the column, has
   *     a blank text, or has a column that is to be added
   * @throws IOException if reading fails midway
   */
  public ClassifyInputs read(List<String> inputs, @Nullable String textColumn) throws IOException {
    if (inputs.isEmpty()) {
      throw new ClashingInputsException("no input was given; name a file, or '-' for stdin");
    }
    for (String input : inputs) {
      if (isTable(input) != isTable(inputs.get(0))) {
        throw new ClashingInputsException(
            "articles and tables cannot go together: one of '"
                + inputs.get(0)
                + "' and '"
                + input
                + "' is a table; classify them one after the other");
      }
    }
    if (isTable(inputs.get(0))) {
      return tables(inputs, textColumn == null ? TEXT_COLUMN : textColumn);
    }
    if (textColumn != null && inputs.contains(STDIN)) {
      throw new ClashingInputsException(
          "a text column was named, but '-' is read as an article; save the table as a .csv file"
              + " and name that");
    }
    if (textColumn != null) {
      throw new ClashingInputsException(
          "a text column was named, but no input is a table (.csv, .tsv); leave it out");
    }
    return articles(inputs);
  }

  private static boolean isTable(String input) {
    String name = input.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
  }

  private ClassifyInputs articles(List<String> inputs) throws IOException {
    if (inputs.stream().filter(STDIN::equals).count() > 1) {
      throw new ClashingInputsException("'-' can be given only once: stdin ends when it is read");
    }
    Set<String> names = new HashSet<>();
    boolean distinct = inputs.stream().allMatch(input -> names.add(fileName(input)));
    List<Document> documents = new ArrayList<>();
    for (String input : inputs) {
      // two files of one name in different folders: only their paths tell them apart
      documents.add(articles.read(distinct ? fileName(input) : input, content(input)));
    }
    return new ClassifyInputs.Articles(documents);
  }

  private static String fileName(String input) {
    if (input.equals(STDIN)) {
      return STDIN_NAME;
    }
    Path name = Path.of(input).getFileName();
    return name == null ? input : name.toString();
  }

  /** At most one byte more than an article may have, which is enough for it to be refused. */
  private byte[] content(String input) throws IOException {
    int limit = ArticleReader.MAX_BYTES + 1;
    if (input.equals(STDIN)) {
      byte[] content = stdin.readNBytes(limit);
      refuseTable(content);
      return content;
    }
    try (InputStream in = Files.newInputStream(existing(input))) {
      return in.readNBytes(limit);
    } catch (AccessDeniedException e) {
      throw forbidden(input, e);
    }
  }

  /**
   * A table has a name's ending to be known by only where it has a name. Prose sets a space after
   * its commas, so a field that is the column's name to the letter is no prose.
   */
  private static void refuseTable(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    String line = new String(content, 0, end, StandardCharsets.UTF_8);
    String header = line.startsWith("\uFEFF") ? line.substring(1) : line;
    for (String separator : List.of(",", "\t", ";")) {
      List<String> columns = Arrays.asList(header.split(separator, -1));
      if (columns.contains(TEXT_COLUMN) || columns.contains('"' + TEXT_COLUMN + '"')) {
        throw new FileProblemException(
            STDIN_NAME,
            "looks like a table (its first line has a column '"
                + TEXT_COLUMN
                + "'); save it as a "
                + (columns.size() > 1 && separator.equals("\t") ? ".tsv" : ".csv")
                + " file and name that");
      }
    }
  }

  private ClassifyInputs tables(List<String> inputs, String textColumn) throws IOException {
    List<Path> files = new ArrayList<>();
    CsvHeader first = null;
    for (String input : inputs) {
      Path file = existing(input);
      CsvHeader header = checkedTable(file, input, textColumn);
      if (first != null && !header.columns().equals(first.columns())) {
        throw new ClashingInputsException(
            "tables that go together must have the same columns: '"
                + inputs.get(0)
                + "' has "
                + String.join(", ", first.columns())
                + "; '"
                + input
                + "' has "
                + String.join(", ", header.columns())
                + "; classify them one after the other");
      }
      first = first == null ? header : first;
      files.add(file);
    }
    if (first == null) {
      throw new IllegalStateException("no table was given");
    }
    return new ClassifyInputs.Tables(files, first, textColumn);
  }

  private CsvHeader checkedTable(Path file, String input, String textColumn) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileProblemException(
          input, "a table is read twice, so it must be a file, no pipe; save it first");
    }
    try (CsvRowReader rows = CsvRowReader.open(file)) {
      CsvHeader header = rows.header();
      CsvHeader named = ClassifyInputs.Tables.named(header, textColumn);
      named.require(textColumn, "rename one or name it with --text-column");
      PredictionColumns.requireFree(header, added);
      while (rows.hasNext()) {
        CsvRow given = rows.next();
        CsvRow row = new CsvRow(named, given.line(), given.fields());
        if (row.value(textColumn).isBlank()) {
          throw row.error(
              textColumn, "is blank; every row needs a text, remove the row or fill it in");
        }
      }
      return header;
    } catch (AccessDeniedException e) {
      throw forbidden(input, e);
    }
  }

  private static Path existing(String input) {
    Path file = Path.of(input);
    if (!Files.exists(file)) {
      throw new FileProblemException(input, "no such file; check the path");
    }
    if (Files.isDirectory(file)) {
      throw new FileProblemException(input, "is a folder; name the files in it");
    }
    return file;
  }

  private static FileProblemException forbidden(String input, AccessDeniedException cause) {
    return new FileProblemException(
        input, "may not be read; change its permissions or copy it", cause);
  }
}
