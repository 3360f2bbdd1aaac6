package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.SourceDocuments;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.provenance.Sha256;

class DataCommandTest {
  private static final Path SHIPPED = Path.of("datasets", "nato-asia");
  private static final String TEXT = "Head\nMenu\nPro, \"says\" \uD83D\uDE00.";

  @TempDir Path folder;
  private Path dataset;
  private Path documents;

  @BeforeEach
  void prepare() throws IOException {
    dataset = Files.createDirectory(folder.resolve("dataset"));
    documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("d.txt"), TEXT);
    Files.writeString(
        dataset.resolve("documents.csv"), "file,sha256\nd.txt," + Sha256.ofText(TEXT) + "\n");
    Files.writeString(
        dataset.resolve("annotations.csv"),
        "document,start,end,kind,label,holder,sha256\n"
            + row("0,4,title,neutral,,", "Head")
            + row("5,9,furniture,neutral,,", "Menu")
            // one emoji is one code point
            + row("10,24,body,pro,reported,", "Pro, \"says\" \uD83D\uDE00."));
  }

  private static String row(String cells, String text) {
    return "d.txt," + cells + Sha256.ofText(text) + "\n";
  }

  private Cli hydrate(Object... more) {
    Object[] command = {"data", "hydrate", dataset, "--documents", documents};
    Object[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Cli.run(all);
  }

  @Test
  void hydrateCountsWhatFits() {
    assertEquals(
        """
        1 documents and 3 labelled spans fit their hashes.
          body           1
          title          1
          furniture      1
        """,
        hydrate().out());
  }

  @Test
  void hydrateWritesALabelledCsvThatOtherCommandsRead() throws IOException {
    Path csv = folder.resolve("body.csv");
    Cli result = hydrate("--out", csv);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().endsWith("1 body sentences written to " + csv + "\n"), result.out());
    assertEquals(
        "id,text,label,holder,group\nd:10-24,\"Pro, \"\"says\"\" \uD83D\uDE00.\",pro,reported,d\n",
        Files.readString(csv));
    assertTrue(Cli.done("data", "stats", csv).out().startsWith("body: 1 sentences\n"));
    assertEquals(
        List.of("body.csv"), Cli.tree(folder).stream().filter(f -> f.startsWith("body")).toList());
  }

  @Test
  void hydrateNeverOverwrites() throws IOException {
    Path csv = Files.writeString(folder.resolve("mine.csv"), "mine");
    Cli result = hydrate("--out", csv);
    assertEquals(1, result.code());
    assertEquals("stance: " + csv + " exists; name a new file with --out\n", result.err());
    assertEquals("mine", Files.readString(csv));
    Path below = folder.resolve("no").resolve("such.csv");
    assertTrue(hydrate("--out", below).err().contains("lies in no folder that exists"));
  }

  @Test
  void wrongHashesWriteNothing() throws IOException {
    Files.writeString(documents.resolve("d.txt"), TEXT.replace("Head", "Tail"));
    Path csv = folder.resolve("body.csv");
    Cli result = hydrate("--out", csv);
    assertEquals(1, result.code());
    assertEquals("", result.out());
    assertTrue(result.err().contains("d.txt: file has SHA-256 "), result.err());
    assertTrue(result.err().contains("d.txt, label in line 2: span [0, 4) has "), result.err());
    assertEquals(1, result.err().lines().count());
    assertEquals(
        List.of(), Cli.tree(folder).stream().filter(file -> file.startsWith("body")).toList());
  }

  @Test
  void documentsMustBeAFolder() {
    documents = documents.resolve("d.txt");
    assertEquals(
        "stance: "
            + documents
            + " is no folder; name the folder of the documents with --documents\n",
        hydrate().err());
  }

  @Test
  void statsCountLabelsGroupsAndLengths() throws IOException {
    Path csv = SampleSentences.csv(folder.resolve("sample.csv"), 1);
    assertEquals(
        """
        sample: 60 sentences

                                     all     pro    anti neutral
        all                           60      20      20      20

        words a sentence: min 9, median 9, 90 % at most 9, max 9
        groups: 12 (12 after joining documents, arguments and near-duplicates), the largest 8.3 %
        near-duplicate pairs: 0
        """,
        Cli.done("data", "stats", csv).out());
    assertTrue(
        Cli.done("data", "stats", Files.writeString(folder.resolve("none.csv"), "text,label\n"))
            .out()
            .startsWith("none: 0 sentences\n"));
  }

  @Test
  void statsAreWrittenAsAReport() throws IOException {
    Path csv = SampleSentences.csv(folder.resolve("sample.csv"), 1);
    Path out = folder.resolve("report");
    Cli result = Cli.done("data", "stats", csv, "--out", out);
    assertEquals("Report: " + out.resolve("report.html") + "\n", result.err());
    assertTrue(result.out().startsWith("sample: 60 sentences\n"), result.out());
    assertEquals(List.of("report.html", "report.md", "statistics.json"), Cli.tree(out));
    assertEquals(
        Files.readString(out.resolve("statistics.json")),
        Cli.done("data", "stats", csv, "--json").out());
    assertEquals(
        csv + " is a file, not a folder; choose another with --out",
        Cli.failure("data", "stats", csv, "--out", csv));
  }

  @Test
  void theShippedDatasetIsCounted() {
    String out = Cli.done("data", "stats", SHIPPED).out();
    assertTrue(out.startsWith("nato-asia: "), out);
    for (String source : List.of("article", "sentence", "contrast")) {
      assertTrue(
          out.lines().anyMatch(line -> line.matches("  " + source + "( +[1-9]\\d+){4}")), out);
    }
  }

  @Test
  void theSourceDocumentsFitTheShippedLabels() {
    assertEquals(
        """
        5 documents and 207 labelled spans fit their hashes.
          body         188
          title          5
          furniture     14
        """,
        Cli.done("data", "hydrate", SHIPPED, "--documents", SourceDocuments.folder()).out());
  }
}
