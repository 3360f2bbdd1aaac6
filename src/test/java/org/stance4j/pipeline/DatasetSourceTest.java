package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.provenance.Sha256;

class DatasetSourceTest {
  @TempDir Path folder;

  private static Dataset read(Path documents, Path... data) throws IOException {
    return new DatasetSource(List.of(data), documents, LabelledCsvReader.standard()).read();
  }

  private Path csv(String name, String rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, rows);
  }

  @Test
  void rowsOfTwoFilesThatCountFromOneStayApart() throws IOException {
    Path first = csv("a.csv", "text,label\nHarbours welcome new patrols.,pro\n");
    Path second = csv("b.csv", "text,label\nCritics call cables a provocation.,anti\n");
    Dataset both = read(null, first, second);
    assertEquals("a+b", both.name());
    assertEquals(List.of("a:row-1", "b:row-1"), both.examples().stream().map(Example::id).toList());
    assertEquals(2, Grouping.of(both).report().groups());
  }

  @Test
  void groupsThatTwoFilesNameAlikeAreOne() throws IOException {
    Path first = csv("a.csv", "text,label,group\nHarbours welcome new patrols.,pro,speech\n");
    Path second = csv("b.csv", "text,label,group\nCritics decry the cables.,anti,speech\n");
    assertEquals(1, Grouping.of(read(null, first, second)).report().groups());
  }

  @Test
  void filesOfOneNameInTwoFoldersStayApart() throws IOException {
    Path first = csv("x/data.csv", "text,label\nHarbours welcome new patrols.,pro\n");
    Path second = csv("y/data.csv", "text,label\nCritics decry the cables.,anti\n");
    Dataset both = read(null, first, second);
    assertEquals("data+data-2", both.name());
    assertEquals(
        List.of("data:row-1", "data-2:row-1"), both.examples().stream().map(Example::id).toList());
  }

  private Path standOff(String name) throws IOException {
    return csv(
        name,
        "document,start,end,kind,label,holder,sha256\n"
            + "d.txt,0,5,body,pro,author,"
            + Sha256.ofText("Good.")
            + "\n");
  }

  @Test
  void standOffLabelsFindTheirTextBesideThemOrInTheFolderNamed() throws IOException {
    Path labels = standOff("articles.csv");
    csv("articles/d.txt", "Good. More.");
    assertEquals("Good.", read(null, labels).sentences().get(0).text());
    csv("elsewhere/d.txt", "Good. Other.");
    assertEquals("Good.", read(folder.resolve("elsewhere"), labels).sentences().get(0).text());
  }

  @Test
  void standOffLabelsWithoutTheirTextSayHowToNameIt() throws IOException {
    Path labels = standOff("annotations.csv");
    csv("articles/another.txt", "Text of other labels.");
    String message =
        assertThrows(DatasetFormatException.class, () -> read(null, labels)).getMessage();
    assertTrue(message.endsWith("name the folder of its documents with --documents"), message);
  }

  @Test
  void aFolderOfDocumentsThatNothingPointsIntoIsRefused() throws IOException {
    Path table = csv("a.csv", "text,label\nHarbours welcome new patrols.,pro\n");
    csv("elsewhere/d.txt", "Good. Other.");
    Path documents = folder.resolve("elsewhere");
    assertEquals(
        "a.csv: holds its own texts, so no text is read from --documents; leave that option out",
        assertThrows(DatasetFormatException.class, () -> read(documents, table)).getMessage());
    assertEquals(2, read(documents, table, standOff("articles.csv")).size());
  }

  @Test
  void textsAndLabelsByLineAreRead() throws IOException {
    csv("tea/train_text.txt", "Tea is best.\nNo more tea!\n");
    csv("tea/train_labels.txt", "favor\nagainst\n");
    assertEquals(2, read(null, folder.resolve("tea")).size());
  }
}
