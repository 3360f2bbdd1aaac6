package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.SourceDocuments;
import org.stance4j.pipeline.SampleSentences;

class DataAuditCommandTest {
  private static final Path SHIPPED = Path.of("datasets", "nato-asia");

  @TempDir Path folder;
  private Path good;

  @BeforeEach
  void write() throws IOException {
    good = SampleSentences.csv(folder.resolve("good.csv"), 1);
  }

  /** The good data and a row with a bell in it. */
  private Path bad() throws IOException {
    List<String> rows = new ArrayList<>(SampleSentences.rows(1));
    rows.add("bell,A bell\u0007 rings here.,pro,g0");
    return SampleSentences.csv(folder.resolve("bad.csv"), rows);
  }

  @Test
  void dataWithoutAFaultExitWithZero() {
    Cli result = Cli.done("data", "audit", good);
    assertTrue(result.out().startsWith("Audit of good: 60 rows in 12 groups\n\n"), result.out());
    assertTrue(
        result.out().contains("good  schema           60 rows read: 20 pro, 20 anti, 20 neutral\n"),
        result.out());
    assertTrue(result.out().endsWith(", 0 failures: nothing fails.\n"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void aFailingCheckExitsWithOneAndShowsWhereWithoutObeyingTheText() throws IOException {
    Cli result = Cli.run("data", "audit", bad());
    assertEquals(1, result.code());
    assertEquals("", result.err());
    assertTrue(
        result
            .out()
            .contains(
                """
                FAIL  characters       1 row: hold control characters
                                       bell: U+0007
                                         A bell[U+0007] rings here.
                """),
        result.out());
    assertTrue(result.out().endsWith(", 1 failure: the audit fails.\n"), result.out());
  }

  @Test
  void jsonIsOneObject() throws IOException {
    Cli result = Cli.run("data", "audit", bad(), "--json", "--seed", "23");
    assertEquals(1, result.code());
    JsonNode audit = new ObjectMapper().readTree(result.out());
    assertEquals("stance4j.audit/1", audit.get("format").asText());
    assertEquals("fail", audit.get("verdict").asText());
    assertEquals(61, audit.at("/data/rows").asInt());
    assertEquals("23", audit.get("seed").asText());
    assertTrue(audit.at("/settings/giveaways").asText().contains("precision"), result.out());
    assertTrue(audit.at("/provenance/data").asText().matches("sha256 [0-9a-f]{64}"));
  }

  @Test
  void theReportIsWrittenInEveryFormat() throws IOException {
    Path out = folder.resolve("report");
    Cli result = Cli.done("data", "audit", good, "--out", out);
    assertEquals(List.of("audit.json", "report.html", "report.md"), Cli.tree(out));
    assertEquals("Report: " + out.resolve("report.html") + "\n", result.err());
    assertEquals(
        Cli.done("data", "audit", good, "--json").out(),
        Files.readString(out.resolve("audit.json")));
  }

  @Test
  void theSameDataGiveTheSameBytes() {
    assertEquals(Cli.done("data", "audit", good).out(), Cli.done("data", "audit", good).out());
  }

  @Test
  void dataThatDoNotReadAreAFindingAndNoCrash() throws IOException {
    Path csv = Files.writeString(folder.resolve("odd.csv"), "text,label\nFine.,maybe\n");
    Cli result = Cli.run("data", "audit", csv);
    assertEquals(1, result.code());
    assertEquals("", result.err());
    assertTrue(result.out().contains("FAIL  schema           a file cannot be read"), result.out());
    assertTrue(result.out().contains("odd.csv, line 2, column label: \"maybe\""), result.out());
    assertTrue(
        result.out().contains("note  schema           the other checks were skipped"),
        result.out());
    JsonNode audit = new ObjectMapper().readTree(Cli.run("data", "audit", csv, "--json").out());
    assertEquals("fail", audit.get("verdict").asText());
    assertEquals("odd.csv", audit.at("/data/name").asText());
  }

  @Test
  void overlapNamesRowAndFileAndNeverTheWords() throws IOException {
    String shared = "alpha beta gamma delta epsilon zeta eta theta iota";
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("paper.txt"), "It says " + shared + " there.");
    List<String> rows = new ArrayList<>(SampleSentences.rows(1));
    rows.add("copy," + shared + " indeed,pro,g0");
    Path csv = SampleSentences.csv(folder.resolve("copied.csv"), rows);
    Path out = folder.resolve("report");
    Cli result = Cli.run("data", "audit", csv, "--documents", texts, "--out", out);
    assertEquals(1, result.code());
    assertTrue(result.out().contains("copy: as in paper.txt\n"), result.out());
    for (String file : Cli.tree(out)) {
      assertFalse(Files.readString(out.resolve(file)).contains("gamma delta"), file);
    }
    assertFalse(result.out().contains("gamma delta"), result.out());
  }

  @Test
  void partsCanBeNamed() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : SampleSentences.rows(1)) {
      rows.add(row + (rows.size() % 12 < 6 ? ",old" : ",new"));
    }
    Path csv =
        Files.writeString(
            folder.resolve("parts.csv"),
            "id,text,label,group,age\n" + String.join("\n", rows) + "\n");
    String out = Cli.done("data", "audit", csv, "--shift", "age").out();
    assertTrue(out.contains("  shift            new and old: "), out);
    assertEquals(
        "no body row has age=newest; there are new, old",
        Cli.failure("data", "audit", csv, "--shift", "age=old,newest"));
    assertTrue(
        Cli.misuse("data", "audit", csv, "--shift", "age=old")
            .startsWith("Invalid value for option '--shift'"));
  }

  @Test
  void filesThatAreNotThereAreAnError() {
    assertEquals(
        "no such file: " + folder.resolve("none.csv") + "; check the path",
        Cli.failure("data", "audit", folder.resolve("none.csv")));
  }

  @Test
  void theShippedDatasetReadsAndSharesNoWordingWithTheDocuments() {
    Cli result = Cli.run("data", "audit", SHIPPED, "--documents", SourceDocuments.folder());
    assertEquals("", result.err());
    assertTrue(
        result
            .out()
            .contains(
                "good  overlap          no row shares 9 words in a row with any of 5 documents"),
        result.out());
    assertTrue(result.out().contains("  shift            article and document: "), result.out());
  }
}
