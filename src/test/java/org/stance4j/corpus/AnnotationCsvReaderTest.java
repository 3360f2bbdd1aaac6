package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Holder;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.provenance.Sha256;

class AnnotationCsvReaderTest {
  private static final String HASH = Sha256.ofText("x");
  private static final String HEADER = StandOffFiles.HEADER;

  @TempDir Path folder;

  @Test
  void aRowHoldsPlaceKindLabelHolderAndHash() throws IOException {
    List<Annotation> annotations =
        read(
            HEADER
                + ",note\na.txt,0,5,title,anti,reported,"
                + HASH
                + ",first\na.txt,6,9,body,neutral,,"
                + HASH
                + ",\n");
    Annotation first = annotations.get(0);
    assertEquals(2, first.line());
    assertEquals("a.txt", first.document());
    assertEquals(0, first.start());
    assertEquals(5, first.end());
    assertEquals(SentenceKind.TITLE, first.kind());
    assertEquals(Stance.ANTI, first.stance());
    assertEquals(Holder.REPORTED, first.holder());
    assertEquals(HASH, first.sha256());
    assertEquals("{note=first}", first.attributes().toString());
    assertNull(annotations.get(1).holder());
    assertEquals("{}", annotations.get(1).attributes().toString());
  }

  @Test
  void eachColumnIsNeeded() {
    for (String column : HEADER.split(",")) {
      String header = HEADER.replaceFirst("\\b" + column + "\\b", "other");
      assertEquals(
          "a.csv, line 1, column "
              + column
              + ": no such column; the file has "
              + header.replace(",", ", ")
              + "; stand-off labels need document, start, end, kind, label, holder, sha256",
          refused(header + "\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.5", "x", "1000000000", "٣"})
  void whatIsNoOffsetIsRefused(String start) {
    assertEquals(
        "a.csv, line 2, column start: \""
            + start
            + "\" is no offset; allowed is a whole number from 0 to 999999999",
        refused(HEADER + "\na.txt," + start + ",5,body,pro,author," + HASH + "\n"));
  }

  @Test
  void anEmptySpanIsRefused() {
    assertEquals(
        "a.csv, line 2, column end: \"5\" is not greater than start, 5; spans are half-open",
        refused(HEADER + "\na.txt,5,5,body,pro,author," + HASH + "\n"));
  }

  @Test
  void anUnknownKindIsRefused() {
    assertEquals(
        "a.csv, line 2, column kind: \"Body\" is no kind of sentence; allowed are body, title,"
            + " furniture",
        refused(HEADER + "\na.txt,0,5,Body,pro,author," + HASH + "\n"));
  }

  @Test
  void onlyTheThreeLabelsThemselvesAreKnown() {
    assertEquals(
        "a.csv, line 2, column label: \"favor\" is no stance; allowed are pro, anti, neutral",
        refused(HEADER + "\na.txt,0,5,body,favor,author," + HASH + "\n"));
  }

  @Test
  void aHashHasSixtyFourDigits() {
    assertEquals(
        "a.csv, line 2, column sha256: \"abc\" is no SHA-256; allowed are 64 lower-case hexadecimal"
            + " digits",
        refused(HEADER + "\na.txt,0,5,body,pro,author,abc\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "../a.txt", "/a.txt", "b/a.txt", "b\\a.txt"})
  void aDocumentStaysInItsFolder(String document) {
    assertEquals(
        "a.csv, line 2, column document: \""
            + document
            + "\" is no name of a document; allowed is a file name without folders and '..'",
        refused(HEADER + "\n" + document + ",0,5,body,pro,author," + HASH + "\n"));
  }

  @Test
  void anAnnotationWithoutExtentIsRefused() {
    assertEquals(
        "code points must satisfy 0 <= start < end, got [3, 3)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Annotation(
                        1, "a", 3, 3, SentenceKind.BODY, Stance.PRO, null, HASH, new TreeMap<>()))
            .getMessage());
  }

  @Test
  void aListOfDocumentsHoldsNamesAndHashes() throws IOException {
    Path file = write("file,words,sha256\na.txt,7," + HASH + "\n");
    assertEquals(List.of(new DocumentHash("a.txt", HASH)), DocumentsCsv.read(file));
  }

  @Test
  void aFaultyListOfDocumentsIsRefused() throws IOException {
    assertEquals(
        "a.csv, line 1, column sha256: no such column; the file has file; a list of documents needs"
            + " file, sha256",
        listRefused("file\n"));
    assertEquals(
        "a.csv, line 3, column file: \"a.txt\" is already listed in line 2; remove one",
        listRefused("file,sha256\na.txt," + HASH + "\na.txt," + HASH + "\n"));
    assertEquals(
        "a.csv, line 2, column file: \"../a.txt\" is no name of a document; allowed is a file name"
            + " without folders and '..'",
        listRefused("file,sha256\n../a.txt," + HASH + "\n"));
  }

  private String refused(String text) {
    return assertThrows(DatasetFormatException.class, () -> read(text)).getMessage();
  }

  private String listRefused(String text) throws IOException {
    Path file = write(text);
    return assertThrows(DatasetFormatException.class, () -> DocumentsCsv.read(file)).getMessage();
  }

  private List<Annotation> read(String text) throws IOException {
    return AnnotationCsvReader.read(write(text));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), text);
  }
}
