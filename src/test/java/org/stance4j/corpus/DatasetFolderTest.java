package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.provenance.Sha256;

class DatasetFolderTest {
  private static final String SENTENCES =
      """
      id,text,label,holder,argument,source_document,register,phenomenon
      s1,It helps.,pro,author,cost,002,speech,irony
      s2,It harms.,anti,reported,,,wire news,
      """;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("sample"));
  }

  @Test
  void articlesAndSentencesMakeTheWrittenDataset() throws IOException {
    writeArticles();
    Files.writeString(folder.resolve("sentences.csv"), SENTENCES);
    Dataset written = DatasetFolder.open(folder).written();
    assertEquals("sample", written.name());
    assertEquals(
        List.of("ra:0-4", "ra:10-15", "s1", "s2"),
        written.examples().stream().map(Example::id).toList());
    assertEquals("{source=article}", written.examples().get(1).attributes().toString());
    Example s1 = written.examples().get(2);
    assertEquals(
        "{argument=cost, phenomenon=irony, register=speech, source=sentence, source_document=002}",
        s1.attributes().toString());
    assertEquals("cost", s1.group());
    assertEquals("s2", written.examples().get(3).group());
  }

  @Test
  void whatIsKnownOfAnArticleIsKnownOfItsSentences() throws IOException {
    writeArticles();
    Files.writeString(
        folder.resolve("article-metadata.csv"),
        "document,kind,leaning,split\nra.txt,wire report,anti,test\n");
    Example fact = DatasetFolder.open(folder).articles().dataset().examples().get(1);
    assertEquals(
        "{leaning=anti, register=wire report, source=article, split=test}",
        fact.attributes().toString());
    assertEquals(Split.TEST, Split.of(fact).orElseThrow());
    Files.writeString(
        folder.resolve("article-metadata.csv"), "document,kind,split\nra.txt,speech,later\n");
    assertEquals(
        "article-metadata.csv, line 2, column split: \"later\" is no split; allowed are train,"
            + " validation, test or nothing",
        assertThrows(DatasetFormatException.class, DatasetFolder.open(folder)::written)
            .getMessage());
  }

  private void writePairs(String... rows) throws IOException {
    writeArticles();
    Files.writeString(folder.resolve("sentences.csv"), SENTENCES);
    Files.writeString(
        folder.resolve("contrast.csv"),
        "id,original,change,original_text,text,original_label,label,holder,edit\n"
            + String.join("\n", rows)
            + "\n");
  }

  @Test
  void anEditStandsInThePlaceOfItsOriginal() throws IOException {
    writePairs(
        "c1,ra:10-15,flip,Fact.,No fact.,anti,pro,author,negation",
        "c2,s1,keep,It helps.,It does help.,pro,pro,author,emphasis");
    List<ContrastPair> pairs = DatasetFolder.open(folder).contrast();
    assertEquals(List.of(true, false), pairs.stream().map(ContrastPair::flips).toList());
    Example edited = pairs.get(0).edited();
    assertEquals("No fact.", edited.sentence().text());
    assertEquals("Head", edited.sentence().previous());
    assertEquals("ra", edited.sentence().documentId());
    assertEquals("ra", edited.group());
    assertEquals(
        "{change=flip, edit=negation, original=ra:10-15, original_label=anti, source=contrast}",
        edited.attributes().toString());
    assertEquals("cost", pairs.get(1).edited().group());
    assertEquals(
        List.of("ra:0-4", "ra:10-15", "s1", "s2", "c1", "c2"),
        DatasetFolder.open(folder).written().examples().stream().map(Example::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c1,sx,flip,It helps.,It harms.,pro,anti,author,x | original: \"sx\" is the id of no sentence",
        "c1,s1,flip,It helped.,It harms.,pro,anti,author,x | original_text: \"It helped.\" is not the text of s1",
        "c1,s1,flip,It helps.,It harms.,anti,pro,author,x | original_label: \"anti\" is not the label of s1",
        "c1,s1,keep,It helps.,It helps.,pro,pro,author,x | text: \"It helps.\" is blank or the same as",
        "c1,s1,keep,It helps.,It harms.,pro,anti,author,x | change: \"keep\" does not fit the labels",
        "s1,s1,flip,It helps.,It harms.,pro,anti,author,x | id: \"s1\" is blank or taken"
      })
  void aPairThatDoesNotFitIsNamed(String row, String message) throws IOException {
    writePairs(row);
    String error =
        assertThrows(DatasetFormatException.class, DatasetFolder.open(folder)::written)
            .getMessage();
    assertTrue(error.startsWith("contrast.csv, line 2, column " + message), error);
  }

  @Test
  void eachPartMayBeMissing() throws IOException {
    Files.writeString(folder.resolve("sentences.csv"), SENTENCES);
    DatasetFolder dataset = DatasetFolder.open(folder);
    assertEquals(0, dataset.articles().dataset().size());
    assertEquals(2, dataset.written().size());
    Files.delete(folder.resolve("sentences.csv"));
    writeArticles();
    assertEquals(2, DatasetFolder.open(folder).written().size());
    assertEquals(3, dataset.articles().counts().values().stream().mapToInt(n -> n).sum());
  }

  @Test
  void anAlteredArticleIsRefused() throws IOException {
    writeArticles();
    Files.writeString(folder.resolve("articles").resolve("ra.txt"), "Head\nMenu\nFact!");
    assertEquals(
        "labels and documents do not fit: ra.txt, label in line 4: span [10, 15) has SHA-256 "
            + Sha256.ofText("Fact!")
            + ", labelled was "
            + Sha256.ofText("Fact.")
            + "; use the very files that were labelled, byte for byte",
        assertThrows(HydrationException.class, DatasetFolder.open(folder)::written).getMessage());
  }

  @Test
  void documentsThatAreNotShippedComeFromElsewhere() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path labels =
        new StandOffFiles(elsewhere)
            .document("d.txt", "Head\nFact.")
            .label("d.txt", 0, 4, "title,neutral,", "Head")
            .label("d.txt", 5, 10, "body,anti,author", "Fact.")
            .labels("labels.csv");
    Files.move(labels, folder.resolve("annotations.csv"));
    DatasetFolder dataset = DatasetFolder.open(folder);
    assertEquals(1, dataset.documents(elsewhere).dataset().size());

    Files.writeString(
        folder.resolve("documents.csv"),
        "file,sha256\nd.txt," + Sha256.ofText("Head\nFact.") + "\n");
    HydratedCorpus corpus =
        dataset.documents(elsewhere, new Hydrator(Set.of(SentenceKind.BODY, SentenceKind.TITLE)));
    assertEquals("sample-documents", corpus.dataset().name());
    assertEquals(2, corpus.dataset().size());
    assertEquals("{source=document}", corpus.dataset().examples().get(0).attributes().toString());

    Files.writeString(elsewhere.resolve("d.txt"), "Head\nFact. And more.");
    assertEquals(
        1,
        assertThrows(HydrationException.class, () -> dataset.documents(elsewhere))
            .problems()
            .size());
  }

  @Test
  void aFolderWithoutAnyTableIsNoDataset() {
    assertEquals(
        "sample: not a dataset folder; it must hold articles.csv, sentences.csv or"
            + " annotations.csv, or texts and labels by line (train_text.txt and train_labels.txt)",
        assertThrows(DatasetFormatException.class, () -> DatasetFolder.open(folder)).getMessage());
  }

  @Test
  void withoutAnnotationsThereAreNoLabelsForDocuments() throws IOException {
    Files.writeString(folder.resolve("sentences.csv"), SENTENCES);
    DatasetFolder dataset = DatasetFolder.open(folder);
    assertEquals(
        "sample: holds no annotations.csv, so it has no labels for other documents",
        assertThrows(DatasetFormatException.class, () -> dataset.documents(temporary))
            .getMessage());
  }

  private void writeArticles() throws IOException {
    Path articles = Files.createDirectories(folder.resolve("articles"));
    Path labels =
        new StandOffFiles(articles)
            .document("ra.txt", "Head\nMenu\nFact.")
            .label("ra.txt", 0, 4, "title,neutral,", "Head")
            .label("ra.txt", 5, 9, "furniture,neutral,", "Menu")
            .label("ra.txt", 10, 15, "body,anti,author", "Fact.")
            .labels("labels.csv");
    Files.move(labels, folder.resolve("articles.csv"));
  }
}
