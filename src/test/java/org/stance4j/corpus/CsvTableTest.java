package org.stance4j.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void rowsCarryTheLineWhereTheyStart() throws IOException {
    CsvTable table = read("a,b\n1,\"two\nlines\"\n\n3,4\r\n\"x\ry\",6");
    assertEquals(List.of("a", "b"), table.header().columns());
    assertEquals(List.of(2L, 5L, 6L), table.rows().stream().map(CsvRow::line).toList());
    assertEquals("two\nlines", table.rows().get(0).value("b"));
    assertEquals("4", table.rows().get(1).value("b"));
    assertEquals("x\ny", table.rows().get(2).value("a"));
    assertEquals("", table.rows().get(2).value("c"));
  }

  @Test
  void quotesCommasBackslashesAndSpacesAreKept() throws IOException {
    CsvTable table = read("a,b\n\"say \"\"no\"\", twice\",C:\\new\\\n x , y \n");
    assertEquals(List.of("say \"no\", twice", "C:\\new\\"), table.rows().get(0).fields());
    assertEquals(List.of(" x ", " y "), table.rows().get(1).fields());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstName() throws IOException {
    assertEquals(List.of("a", "b"), read("\uFEFFa,b\n1,2\n").header().columns());
    assertEquals(List.of("a", "b"), read("\uFEFF\"a\",b\n1,2\n").header().columns());
  }

  @Test
  void tsvFilesAreSplitAtTabs() throws IOException {
    for (String name : List.of("t.tsv", "t.TAB")) {
      Path file = Files.writeString(folder.resolve(name), "a\tb\n1,5\t\"x\ty\"\n");
      assertEquals(List.of("1,5", "x\ty"), CsvTable.read(file).rows().get(0).fields());
    }
  }

  @Test
  void inATableOfOneColumnABlankLineIsAnEmptyField() throws IOException {
    assertEquals(List.of(List.of(""), List.of("x")), fields(read("a\n\nx\n")));
  }

  @Test
  void anEmptyFileIsRefused() {
    assertFault("", 0, "t.csv: the file is empty; it must hold a header and rows");
    assertFault("\uFEFF", 0, "t.csv: the file is empty; it must hold a header and rows");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.csv");
    assertEquals(
        file + ": no such file; check the path",
        assertThrows(NoSuchFileException.class, () -> CsvTable.read(file)).getMessage());
  }

  @Test
  void aHeaderNeedsNamesThatDiffer() {
    assertFault("\na,b\n", 1, "t.csv, line 1: no header; the first line must name the columns");
    assertFault("a,,b\n", 1, "t.csv, line 1: column 2 of the header has no name; give it one");
    assertFault(
        "a,b,a\n",
        1,
        "t.csv, line 1, column a: the header names this column twice; rename or remove one");
  }

  @Test
  void aRowWithAnotherNumberOfFieldsIsRefused() {
    assertFault(
        "a,b\n1,2\n1,2,3\n",
        3,
        "t.csv, line 3: the row has 3 fields, the header 2; put fields that hold a separator in"
            + " quotes");
    assertFault(
        "a,b\n\"x\n\",2\n1\n",
        4,
        "t.csv, line 4: the row has 1 fields, the header 2; put fields that hold a separator in"
            + " quotes");
  }

  @Test
  void semicolonsBetweenFieldsAreNamedAsTheCause() throws IOException {
    assertFault(
        "id;text\n1;Yes, they did\n",
        2,
        "t.csv, line 2: the row has 2 fields, the header 1; fields are separated by ';' here; use"
            + " commas");
    for (String name : List.of("s.csv", "s.tsv")) {
      Path file = Files.writeString(folder.resolve(name), "id;text\n1;Yes\n");
      CsvHeader header = CsvTable.read(file).header();
      assertEquals(
          name
              + ", line 1, column text: no such column; the file has id;text; fields are separated"
              + " by ';' here; use "
              + (name.endsWith(".csv") ? "commas" : "tabs"),
          assertThrows(DatasetFormatException.class, () -> header.require("text", "rename one"))
              .getMessage());
    }
  }

  @Test
  void faultyQuotesAreRefusedWithTheLineWhereTheyStand() {
    assertFault(
        "a,b\n1,2\n3,\"x\ny\n",
        3,
        "t.csv, line 3: field 2 opens a quote that is never closed; close it with \"");
    assertFault(
        "a,b\n1,5\" gun\n2,\"x\"\n",
        2,
        "t.csv, line 2: field 2 has a quote inside unquoted text; put the field in quotes and"
            + " double those in it");
    assertFault(
        "a,b\n\"x\n\" y,2\n",
        3,
        "t.csv, line 3: field 1 goes on after its closing quote; write a quote inside a quoted"
            + " field as \"\"");
  }

  @Test
  void aByteThatIsNoUtf8IsRefusedWithItsOffset() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(file, "a,b\n1,f\u00fcr\n".getBytes(ISO_8859_1));
    DatasetFormatException e =
        assertThrows(DatasetFormatException.class, () -> CsvTable.read(file));
    assertEquals(
        "t.csv, line 2: byte 0xFC at offset 7 is not UTF-8; save the file as UTF-8",
        e.getMessage());
    assertEquals("0xFC", e.value());
    Files.write(file, new byte[] {'a', '\n', 'b', (byte) 0xE2, (byte) 0x82});
    assertEquals(
        "t.csv, line 2: byte 0xE2 at offset 3 is not UTF-8; save the file as UTF-8",
        assertThrows(DatasetFormatException.class, () -> CsvTable.read(file)).getMessage());
  }

  @Test
  void theOffsetIsRightBeyondTheFirstBuffer() throws IOException {
    byte[] bytes = ("a\n" + "\u00e9\n".repeat(10_000)).getBytes(UTF_8);
    bytes[25_001] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("t.csv"), bytes);
    DatasetFormatException e =
        assertThrows(DatasetFormatException.class, () -> CsvTable.read(file));
    // 25001 = 2 + 3 · 8333: the first byte of the 8334th é, and the header is line 1
    assertEquals(
        "t.csv, line 8335: byte 0xFF at offset 25001 is not UTF-8; save the file as UTF-8",
        e.getMessage());
  }

  @Test
  void binaryFilesAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), "a,b\n".getBytes(UTF_16));
    assertEquals(
        "t.csv, line 1: byte 0x00 at offset 2 is no text; the file is binary or UTF-16: save it as"
            + " UTF-8",
        assertThrows(DatasetFormatException.class, () -> CsvTable.read(file)).getMessage());
  }

  @Test
  void columnsThatAreMissingAreRefusedWithThosePresent() throws IOException {
    CsvHeader header = read("a,b\n").header();
    header.require("b", "rename one");
    assertEquals(
        "t.csv, line 1, column c: no such column; the file has a, b; rename one",
        assertThrows(DatasetFormatException.class, () -> header.require("c", "rename one"))
            .getMessage());
  }

  @Test
  void anErrorAboutAValueHoldsItsParts() throws IOException {
    CsvRow row = read("a,b\n1,\"x\ny\"\n").rows().get(0);
    DatasetFormatException e = row.error("b", "is wrong");
    assertEquals("t.csv, line 2, column b: \"x\\ny\" is wrong", e.getMessage());
    assertEquals("t.csv", e.file());
    assertEquals(2, e.line());
    assertEquals("b", e.column());
    assertEquals("x\ny", e.value());
  }

  @Test
  void longAndUnprintableValuesAreShownInOneLine() {
    assertEquals("\"a\\tb\\r\\u001b\"", Shown.of("a\tb\r\u001b"));
    assertEquals("\"" + "😀".repeat(60) + "…\"", Shown.of("😀".repeat(61)));
    assertEquals("\"" + "x".repeat(60) + "\"", Shown.of("x".repeat(60)));
  }

  @Test
  void rowsAreReadOneByOneUntilNoneIsLeft() throws IOException {
    try (CsvRowReader reader = CsvRowReader.open(write("a\n1\n2\n"))) {
      assertEquals("1", reader.next().value("a"));
      assertEquals("2", reader.next().value("a"));
      assertFalse(reader.hasNext());
      assertEquals(
          "no row is left in t.csv",
          assertThrows(NoSuchElementException.class, reader::next).getMessage());
    }
  }

  @Test
  void theWriterQuotesOnlyWhatNeedsIt() throws IOException {
    StringWriter out = new StringWriter();
    try (CsvTableWriter writer = new CsvTableWriter(out, List.of("a", "b c"))) {
      writer.write(List.of("plain \\ text", "x,y"));
      writer.write(List.of("say \"no\"", "two\nlines"));
      writer.write(List.of("", "😀"));
    }
    assertEquals(
        "a,b c\nplain \\ text,\"x,y\"\n\"say \"\"no\"\"\",\"two\nlines\"\n,😀\n", out.toString());
  }

  @Test
  void theWriterRefusesRowsOfAnotherWidth() throws IOException {
    try (CsvTableWriter writer = new CsvTableWriter(new StringWriter(), List.of("a", "b"))) {
      assertEquals(
          "the table has 2 columns, the row 1 fields",
          assertThrows(IllegalArgumentException.class, () -> writer.write(List.of("x")))
              .getMessage());
    }
    assertEquals(
        "a table needs at least one column",
        assertThrows(
                IllegalArgumentException.class,
                () -> new CsvTableWriter(new StringWriter(), List.of()))
            .getMessage());
  }

  @Test
  void aFullDiskIsNotPassedOverInSilence() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int offset, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertEquals(
        "no space left",
        assertThrows(IOException.class, () -> new CsvTableWriter(full, List.of("a"))).getMessage());
  }

  private void assertFault(String text, long line, String message) {
    DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(text));
    assertEquals(message, e.getMessage());
    assertEquals(line, e.line());
  }

  private CsvTable read(String text) throws IOException {
    return CsvTable.read(write(text));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  private static List<List<String>> fields(CsvTable table) {
    return table.rows().stream().map(CsvRow::fields).toList();
  }

  @Test
  void theWrongSeparatorIsToldOfQuotedHeadersToo() throws IOException {
    assertFaultOf(
        "q.csv",
        "\"text\";\"label\"\n\"a\";\"pro\"\n",
        "q.csv, line 1: field 1 goes on after its closing quote; fields are separated by ';' here;"
            + " use commas");
    assertFaultOf(
        "q.csv",
        "\"text\"\t\"label\"\n",
        "q.csv, line 1: field 1 goes on after its closing quote; fields are separated by tabs here;"
            + " give the file a name in .tsv");
  }

  private void assertFaultOf(String name, String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertEquals(
        message,
        assertThrows(DatasetFormatException.class, () -> CsvTable.read(file)).getMessage());
  }
}
