package org.stance4j.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.provenance.Sha256;

/**
 * Reads a suite from a CSV or TSV file by the rules of {@link org.stance4j.corpus.CsvRowReader},
 * one test a row. Its columns:
 *
 * <ul>
 *   <li>{@code id}: unique; {@code capability}: what is tested, any words
 *   <li>{@code kind}: {@code MFT} (minimum functionality), {@code INV} (invariance) or {@code DIR}
 *       (directional)
 *   <li>{@code text}: the sentence; {@code edit}: the edited sentence, empty exactly for {@code
 *       MFT}
 *   <li>{@code expected}: for {@code MFT} a stance; for {@code INV} the word {@code same}; for
 *       {@code DIR} the word {@code changes} (the predicted stance must differ), or {@code
 *       STANCE-not-up} or {@code STANCE-not-down} (its probability must not rise, or fall, from
 *       text to edit)
 *   <li>{@code tolerance}: how far that probability may move all the same, in [0, 1]; empty for
 *       everything else
 * </ul>
 *
 * <p>Optional are {@code before} and {@code after}, the sentences around text and edit, and {@code
 * target}, for models of several targets. Other columns are for notes and are not read.
 */
public final class BehaviourSuiteReader {
  /** The suite that ships: stance towards NATO's engagement in Asia. */
  public static final String SHIPPED = "suites/nato-asia.csv";

  private static final String SAME = "same";
  private static final String CHANGES = "changes";
  private static final String NOT_UP = "-not-up";
  private static final String NOT_DOWN = "-not-down";
  private static final List<String> REQUIRED =
      List.of("id", "capability", "kind", "text", "edit", "expected", "tolerance");

  private BehaviourSuiteReader() {}

  /** The suite that ships with the program. */
  public static BehaviourSuite shipped() {
    try (InputStream in = BehaviourSuiteReader.class.getResourceAsStream("/" + SHIPPED)) {
      if (in == null) {
        throw new DatasetFormatException(
            SHIPPED, 0, "", "", "the resource is missing; build the jar again");
      }
      return parse(SHIPPED.substring(SHIPPED.lastIndexOf('/') + 1), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The suite in a file.
   *
   * @throws DatasetFormatException if a column is missing, a value not allowed, an id or a test
   *     there twice, or the file no CSV
   * @throws IOException if it cannot be read
   */
  public static BehaviourSuite read(Path file) throws IOException {
    return parse(String.valueOf(file.toAbsolutePath().getFileName()), Files.readAllBytes(file));
  }

  private static BehaviourSuite parse(String file, byte[] bytes) {
    CsvTable table = CsvTable.of(file, bytes);
    for (String column : REQUIRED) {
      table.header().require(column, "a suite needs " + String.join(", ", REQUIRED));
    }
    List<BehaviourTest> tests = new ArrayList<>();
    Map<String, Long> ids = new HashMap<>();
    Map<List<Object>, Long> contents = new HashMap<>();
    for (CsvRow row : table.rows()) {
      Long first = ids.putIfAbsent(row.value("id"), row.line());
      if (first != null) {
        throw row.error("id", "is already the id of line " + first + "; ids must differ");
      }
      BehaviourTest test = test(row);
      first = contents.putIfAbsent(content(test), row.line());
      if (first != null) {
        throw row.error("text", "is tested in the same way in line " + first + "; remove one row");
      }
      tests.add(test);
    }
    if (tests.isEmpty()) {
      throw new DatasetFormatException(
          file, 0, "", "", "the suite has a header, but no test; add rows");
    }
    int dot = file.lastIndexOf('.');
    return new BehaviourSuite(
        dot <= 0 ? file : file.substring(0, dot), Sha256.ofBytes(bytes), tests);
  }

  private static BehaviourTest test(CsvRow row) {
    filled(row, "id");
    filled(row, "capability");
    filled(row, "text");
    TestKind kind =
        Arrays.stream(TestKind.values())
            .filter(value -> value.label().equals(row.value("kind")))
            .findFirst()
            .orElseThrow(
                () -> row.error("kind", "is no kind of test; allowed are MFT, INV and DIR"));
    Expectation expectation = expectation(row, kind);
    return new BehaviourTest(
        row.value("id"),
        row.value("capability"),
        sentence(row, "text"),
        edit(row, kind),
        expectation);
  }

  private static @Nullable Sentence edit(CsvRow row, TestKind kind) {
    if (kind == TestKind.MFT) {
      if (!row.value("edit").isEmpty()) {
        throw row.error(
            "edit", "is not tested by MFT; leave the field empty or make the test INV or DIR");
      }
      return null;
    }
    if (row.value("edit").isBlank() || row.value("edit").equals(row.value("text"))) {
      throw row.error(
          "edit",
          "is blank or the same as the text; " + kind.label() + " compares a text with an edit");
    }
    return sentence(row, "edit");
  }

  private static Expectation expectation(CsvRow row, TestKind kind) {
    String value = row.value("expected");
    Expectation.Limit limit = kind == TestKind.DIR ? limit(row, value) : null;
    if (limit != null) {
      return limit;
    }
    if (!row.value("tolerance").isEmpty()) {
      throw row.error(
          "tolerance",
          "belongs to DIR with STANCE-not-up or STANCE-not-down alone; leave the field empty");
    }
    return switch (kind) {
      case MFT ->
          new Expectation.Label(
              Arrays.stream(Stance.values())
                  .filter(stance -> stance.label().equals(value))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          row.error("expected", "is no stance; MFT allows pro, anti and neutral")));
      case INV -> {
        if (!value.equals(SAME)) {
          throw row.error("expected", "is not allowed; INV demands the word same");
        }
        yield new Expectation.SameLabel();
      }
      case DIR -> {
        if (!value.equals(CHANGES)) {
          throw row.error("expected", "is not allowed; DIR allows " + directions());
        }
        yield new Expectation.OtherLabel();
      }
    };
  }

  /** A limit on a probability; null if the value names none. */
  private static Expectation.@Nullable Limit limit(CsvRow row, String value) {
    for (Stance stance : Stance.values()) {
      if (value.equals(stance.label() + NOT_UP)) {
        return new Expectation.Limit(stance, Expectation.Direction.UP, tolerance(row));
      }
      if (value.equals(stance.label() + NOT_DOWN)) {
        return new Expectation.Limit(stance, Expectation.Direction.DOWN, tolerance(row));
      }
    }
    return null;
  }

  private static String directions() {
    return CHANGES
        + ", "
        + Arrays.stream(Stance.values())
            .map(stance -> stance.label() + NOT_UP + ", " + stance.label() + NOT_DOWN)
            .collect(Collectors.joining(", "));
  }

  private static double tolerance(CsvRow row) {
    String value = row.value("tolerance");
    // what parseDouble takes besides, such as "NaN", "0x1p-3" and "1f", is no number in a table
    if (!value.matches("[01]|[01]?\\.[0-9]{1,9}") || Double.parseDouble(value) > 1) {
      throw row.error("tolerance", "is no number from 0 to 1, such as 0.05");
    }
    return Double.parseDouble(value);
  }

  private static void filled(CsvRow row, String column) {
    if (row.value(column).isBlank()) {
      throw row.error(column, "is blank; every test needs id, capability, kind and text");
    }
  }

  private static Sentence sentence(CsvRow row, String column) {
    String text = row.value(column);
    return new Sentence(
        row.header().file(),
        text,
        new TextSpan(0, text.length()),
        SentenceKind.BODY,
        neighbour(row, "before"),
        neighbour(row, "after"),
        row.value(Example.TARGET));
  }

  private static @Nullable String neighbour(CsvRow row, String column) {
    String text = row.value(column);
    return text.isBlank() ? null : text;
  }

  /** What makes two tests the same, whatever their ids and capabilities. */
  private static List<Object> content(BehaviourTest test) {
    List<Object> content = new ArrayList<>();
    for (Sentence sentence : test.sentences()) {
      content.add(
          List.of(
              sentence.text(),
              String.valueOf(sentence.previous()),
              String.valueOf(sentence.next()),
              sentence.target()));
    }
    content.add(test.expectation());
    return content;
  }
}
