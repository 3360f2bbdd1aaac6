package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> rows) throws IOException {
    assertEquals(rows, roundTrip(COLUMNS, rows));
  }

  @Property(tries = 100)
  void aSingleColumnKeepsItsEmptyFields(@ForAll("columns") List<List<String>> rows)
      throws IOException {
    assertEquals(rows, roundTrip(List.of("a"), rows));
  }

  @Property(tries = 100)
  void linesAreCountedThroughQuotes(@ForAll("tables") List<List<String>> rows) throws IOException {
    Path file = write(COLUMNS, rows);
    try {
      long line = 2;
      for (CsvRow row : CsvTable.read(file).rows()) {
        assertEquals(line, row.line());
        line +=
            1 + row.fields().stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
      }
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return field().list().ofSize(COLUMNS.size()).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<List<String>>> columns() {
    return field().list().ofSize(1).list().ofMaxSize(5);
  }

  private static Arbitrary<String> field() {
    return Arbitraries.of("\"", "\n", "\\", ",", ";", "\t", " ", "a", "İ", "ß", "😀", "\u2028", "'")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static List<List<String>> roundTrip(List<String> columns, List<List<String>> rows)
      throws IOException {
    Path file = write(columns, rows);
    try {
      List<List<String>> read = new ArrayList<>();
      CsvTable.read(file).rows().forEach(row -> read.add(row.fields()));
      return read;
    } finally {
      Files.delete(file);
    }
  }

  private static Path write(List<String> columns, List<List<String>> rows) throws IOException {
    Path file = Files.createTempFile("round-trip", ".csv");
    try (CsvTableWriter writer = CsvTableWriter.create(file, columns)) {
      for (List<String> row : rows) {
        writer.write(row);
      }
    }
    return file;
  }
}
