package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;
import org.stance4j.provenance.Sha256;

class HydratorTest {
  private static final String TEXT = "Top 😀\nOne good.\nMenu\nTwo bad.\n";

  @TempDir Path folder;
  private StandOffFiles files;

  @BeforeEach
  void writeDocument() throws IOException {
    files = new StandOffFiles(folder).document("a.txt", TEXT);
  }

  private StandOffFiles allLabels() {
    return files
        .label("a.txt", 0, 5, "title,neutral,", "Top 😀")
        .label("a.txt", 6, 15, "body,pro,author", "One good.")
        .label("a.txt", 16, 20, "furniture,neutral,", "Menu")
        .label("a.txt", 21, 29, "body,anti,reported", "Two bad.");
  }

  @Test
  void codePointsBecomeUtf16UnitsAndNeighboursSkipFurniture() throws IOException {
    allLabels();
    HydratedCorpus corpus = hydrate(new Hydrator(), List.of());
    assertEquals("test", corpus.dataset().name());
    Example one = corpus.dataset().examples().get(0);
    assertEquals("a:6-15", one.id());
    assertEquals("a", one.group());
    assertEquals(Stance.PRO, one.stance());
    assertEquals(Holder.AUTHOR, one.holder());
    assertEquals(
        new Sentence(
            "a", "One good.", new TextSpan(7, 16), SentenceKind.BODY, "Top 😀", "Two bad."),
        one.sentence());
    Sentence two = corpus.dataset().examples().get(1).sentence();
    assertEquals("One good.", two.previous());
    assertNull(two.next());
  }

  @Test
  void kindsThatAreLeftOutAreCounted() throws IOException {
    allLabels();
    HydratedCorpus corpus = hydrate(new Hydrator(), List.of());
    assertEquals(2, corpus.dataset().size());
    assertEquals(
        Map.of(SentenceKind.BODY, 2, SentenceKind.TITLE, 1, SentenceKind.FURNITURE, 1),
        corpus.counts());
    assertEquals(4, corpus.documents().get(0).sentences().size());
    assertEquals(TEXT, corpus.documents().get(0).text());
  }

  @Test
  void otherKindsAreKeptOnRequest() throws IOException {
    allLabels();
    HydratedCorpus titles =
        hydrate(new Hydrator(Set.of(SentenceKind.BODY, SentenceKind.TITLE)), List.of());
    assertEquals(
        List.of("a:0-5", "a:6-15", "a:21-29"),
        titles.dataset().examples().stream().map(Example::id).toList());
    HydratedCorpus all = hydrate(new Hydrator(EnumSet.allOf(SentenceKind.class)), List.of());
    Sentence menu = all.dataset().examples().get(2).sentence();
    assertEquals("One good.", menu.previous());
    assertEquals("Two bad.", menu.next());
  }

  @Test
  void noKindAtAllIsRefused() {
    assertEquals(
        "no kind of sentence to keep; allowed are body, title, furniture",
        assertThrows(IllegalArgumentException.class, () -> new Hydrator(Set.of())).getMessage());
  }

  @Test
  void documentsComeInTheOrderOfTheLabelsAndSentencesInThatOfTheText() throws IOException {
    files.document("b.txt", "Three.").label("b.txt", 0, 6, "body,pro,", "Three.");
    files.label("a.txt", 21, 29, "body,anti,", "Two bad.");
    files.label("a.txt", 6, 15, "body,pro,", "One good.");
    assertEquals(
        List.of("b:0-6", "a:6-15", "a:21-29"),
        hydrate(new Hydrator(), List.of()).dataset().examples().stream().map(Example::id).toList());
  }

  @Test
  void aFileWithTheListedHashIsAccepted() throws IOException {
    allLabels();
    List<DocumentHash> hashes = List.of(new DocumentHash("a.txt", Sha256.ofText(TEXT)));
    assertEquals(2, hydrate(new Hydrator(), hashes).dataset().size());
  }

  @Test
  void aFileWithAnotherHashIsNamedWithBothHashes() {
    allLabels();
    String listed = Sha256.ofText("other");
    HydrationException e = refused(List.of(new DocumentHash("a.txt", listed)));
    assertEquals(
        "labels and documents do not fit: a.txt: file has SHA-256 "
            + Sha256.ofText(TEXT)
            + ", listed is "
            + listed
            + "; use the very files that were labelled, byte for byte",
        e.getMessage());
    assertEquals(1, e.problems().size());
  }

  @Test
  void aDocumentThatIsNotListedIsNamed() {
    allLabels();
    assertEquals(
        "not in the list of documents",
        refused(List.of(new DocumentHash("b.txt", Sha256.ofText("")))).problems().get(0).message());
  }

  @Test
  void everySpanThatDoesNotFitIsNamed() {
    files
        .label("a.txt", 0, 5, "body,pro,", "Something else.")
        .label("a.txt", 4, 15, "body,pro,", "😀\nOne good.")
        .label("a.txt", 15, 16, "body,pro,", "\n")
        .label("a.txt", 21, 31, "body,pro,", "Two bad.")
        .label("b.txt", 0, 1, "body,pro,", "x");
    HydrationException e = refused(List.of());
    assertEquals(
        List.of(
            "a.txt, label in line 2: span [0, 5) has SHA-256 "
                + Sha256.ofText("Top 😀")
                + ", labelled was "
                + Sha256.ofText("Something else."),
            "a.txt, label in line 3: span [4, 15) overlaps the span before it, which ends at 5",
            "a.txt, label in line 4: span [15, 16) is blank",
            "a.txt, label in line 5: span [21, 31) leaves the text of 30 code points",
            "b.txt: missing from the folder " + folder.getFileName()),
        e.problems().stream().map(HydrationProblem::toString).toList());
    assertEquals(
        "labels and documents do not fit: "
            + e.problems().get(0)
            + "; "
            + e.problems().get(1)
            + "; "
            + e.problems().get(2)
            + "; and 2 more; use the very files that were labelled, byte for byte",
        e.getMessage());
  }

  @Test
  void aDocumentThatIsNoUtf8IsNamedWithTheByte() throws IOException {
    Files.write(folder.resolve("b.txt"), new byte[] {'x', '\n', (byte) 0xFC});
    files.document("c.txt", "x\0y");
    files.label("b.txt", 0, 1, "body,pro,", "x").label("c.txt", 0, 1, "body,pro,", "x");
    assertEquals(
        List.of(
            "b.txt: byte 0xFC at offset 2 is not UTF-8; save the file as UTF-8",
            "c.txt: byte 0x00 at offset 1 is no text; the file is binary or UTF-16: save it as"
                + " UTF-8"),
        refused(List.of()).problems().stream().map(HydrationProblem::toString).toList());
  }

  @Test
  void documentsThatDifferInTheExtensionOnlyAreRefused() throws IOException {
    files.document("a.md", "x").label("a.txt", 6, 15, "body,pro,", "One good.");
    files.label("a.md", 0, 1, "body,pro,", "x");
    assertEquals(
        List.of("a.md: differs from a.txt in the extension only; rename one"),
        refused(List.of()).problems().stream().map(HydrationProblem::toString).toList());
  }

  @Test
  void noLabelsMakeAnEmptyCorpus() throws IOException {
    HydratedCorpus corpus = hydrate(new Hydrator(), List.of());
    assertEquals(0, corpus.dataset().size());
    assertEquals(0, corpus.counts().get(SentenceKind.BODY));
  }

  private HydrationException refused(List<DocumentHash> hashes) {
    return assertThrows(HydrationException.class, () -> hydrate(new Hydrator(), hashes));
  }

  private HydratedCorpus hydrate(Hydrator hydrator, List<DocumentHash> hashes) throws IOException {
    return hydrator.hydrate(
        "test", AnnotationCsvReader.read(files.labels("labels.csv")), hashes, folder);
  }
}
