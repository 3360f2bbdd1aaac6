package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.audit.Audit;
import org.stance4j.audit.AuditData;
import org.stance4j.audit.Auditor;
import org.stance4j.audit.Exhibit;
import org.stance4j.audit.Level;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.corpus.TextFile;
import org.stance4j.provenance.Sha256;

class AuditPipelineTest {
  private static final String TEXT = "Good news. More follows.";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static DatasetSource source(Path documents, Path... data) {
    return new DatasetSource(List.of(data), documents, LabelledCsvReader.standard());
  }

  private static List<String> texts(Dataset dataset) {
    return dataset.sentences().stream().map(sentence -> sentence.text()).toList();
  }

  private String labels(String document) {
    return "document,start,end,kind,label,holder,sha256\n"
        + document
        + ",0,10,body,pro,author,"
        + Sha256.ofText("Good news.")
        + "\n";
  }

  private Path dataset() throws IOException {
    file("set/annotations.csv", labels("d.txt"));
    file("texts/d.txt", TEXT);
    return folder.resolve("set");
  }

  @Test
  void theWrittenPartIsAuditedAndTheDocumentsAreComparedWithIt() throws IOException {
    Path set = dataset();
    file("set/sentences.csv", "id,text,label\ns,Ports welcome patrols.,pro\n");
    AuditData data = AuditPipeline.read(source(folder.resolve("texts"), set));
    assertEquals(List.of("Ports welcome patrols."), texts(data.dataset()));
    assertEquals(List.of("Good news."), texts(data.documents()));
    assertEquals("document", data.documents().examples().get(0).attribute("source"));
    assertEquals(List.of(new TextFile("d.txt", TEXT)), data.texts());
  }

  @Test
  void withoutAFolderOfDocumentsTheWrittenPartStandsAlone() throws IOException {
    Path set = dataset();
    file("set/sentences.csv", "id,text,label\ns,Ports welcome patrols.,pro\n");
    AuditData data = AuditPipeline.read(source(null, set));
    assertEquals(1, data.dataset().size());
    assertEquals(0, data.documents().size());
    assertNull(data.texts());
  }

  @Test
  void aFolderOfNothingButLabelsIsAuditedOnItsDocuments() throws IOException {
    AuditData data = AuditPipeline.read(source(folder.resolve("texts"), dataset()));
    assertEquals(List.of("Good news."), texts(data.dataset()));
    assertEquals(0, data.documents().size());
  }

  @Test
  void standOffLabelsFindTheirTextInTheFolderNamed() throws IOException {
    dataset();
    Path labels = folder.resolve("set").resolve("annotations.csv");
    AuditData data = AuditPipeline.read(source(folder.resolve("texts"), labels));
    assertEquals(List.of("Good news."), texts(data.dataset()));
    assertEquals(0, data.documents().size());
  }

  @Test
  void aCsvIsComparedWithTheTextsOfAnyFolder() throws IOException {
    dataset();
    Path csv = file("mine.csv", "text,label\nPorts welcome patrols.,pro\n");
    AuditData data = AuditPipeline.read(source(folder.resolve("texts"), csv));
    assertEquals(1, data.dataset().size());
    assertEquals(1, data.texts().size());
  }

  private static Exhibit failure(DatasetSource source) throws IOException {
    Audit audit = AuditPipeline.run(source, new Auditor(null, 17));
    assertEquals(1, audit.of(Level.FAIL).size());
    return audit.of(Level.FAIL).get(0).examples().get(0);
  }

  @Test
  void aFaultyRowMakesAnAuditThatFails() throws IOException {
    Exhibit fault = failure(source(null, file("bad.csv", "text,label\nFine.,pro\nWrong.,maybe\n")));
    assertEquals(List.of("bad.csv, line 3, column label"), fault.ids());
  }

  @Test
  void aFileInAnotherEncodingMakesAnAuditThatFails() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "text,label\nCaf\u00e9 here.,pro\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("latin.csv, line 2"), failure(source(null, file)).ids());
  }

  @Test
  void labelsThatDoNotFitTheirDocumentMakeAnAuditThatFails() throws IOException {
    Path set = dataset();
    file("texts/d.txt", "Bad news.. More follows.");
    assertEquals(
        List.of("d.txt, label in line 2"), failure(source(folder.resolve("texts"), set)).ids());
  }

  @Test
  void aMissingFileIsNoFindingButAnError() {
    assertThrows(
        NoSuchFileException.class,
        () -> AuditPipeline.run(source(null, folder.resolve("none.csv")), new Auditor(null, 17)));
  }
}
