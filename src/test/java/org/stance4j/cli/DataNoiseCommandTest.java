package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.provenance.Sha256;

class DataNoiseCommandTest {
  @TempDir Path folder;
  private Path data;

  /** The label of s7 is anti by its words. */
  @BeforeEach
  void write() throws IOException {
    List<String> rows = new ArrayList<>(SampleSentences.rows(1));
    rows.set(7, rows.get(7).replace(",anti,", ",pro,"));
    data = SampleSentences.csv(folder.resolve("data.csv"), rows);
  }

  private Object[] command(Object... more) {
    List<Object> all = new ArrayList<>(List.of("data", "noise", data, "--recipe", "ngram-linear"));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void theSuspiciousLabelIsNamedAndCalledLikely() throws IOException {
    Path csv = folder.resolve("review.csv");
    Cli result = Cli.done(command("--top", 1, "--out", csv));
    assertTrue(
        result.out().startsWith("data: 60 sentences in 12 groups, ngram-linear on 5 folds\n"),
        result.out());
    assertTrue(result.out().contains("\nestimated share of wrong labels: "), result.out());
    assertTrue(result.out().contains("\ns7: labelled pro, likely anti\n"), result.out());
    assertFalse(result.out().contains("is wrong"), result.out());
    assertTrue(result.err().startsWith("[1/5] ngram-linear: fold 1 of 5\n"), result.err());
    assertTrue(result.err().endsWith("For review: 1 rows in " + csv + "\n"), result.err());
    CsvTable table = CsvTable.read(csv);
    assertEquals(
        "id,document,start,end,previous,text,next,label,suggested,margin,p_pro,p_anti,p_neutral,verdict",
        String.join(",", table.header().columns()));
    CsvRow row = table.rows().get(0);
    assertEquals("s7", row.value("id"));
    assertEquals("anti", row.value("suggested"));
    assertEquals("", row.value("document") + row.value("verdict"));
    assertEquals(
        Double.parseDouble(row.value("margin")),
        Double.parseDouble(row.value("p_pro")) - Double.parseDouble(row.value("p_anti")),
        2e-4);
  }

  @Test
  void sentencesOfDocumentsComeWithPlaceAndNeighbours() throws IOException {
    List<String> samples = SampleSentences.rows(1);
    Files.createDirectories(folder.resolve("articles"));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < samples.size(); i += 2) {
      String[] one = samples.get(i).split(",");
      String[] two = samples.get(i + 1).split(",");
      String document = "d" + i + ".txt";
      Files.writeString(folder.resolve("articles").resolve(document), one[1] + " " + two[1]);
      rows.append(row(document, 0, one[1], i == 6 ? "anti" : one[2]))
          .append(row(document, one[1].length() + 1, two[1], two[2]));
    }
    Path labels =
        Files.writeString(
            folder.resolve("articles.csv"), "document,start,end,kind,label,holder,sha256\n" + rows);
    Path csv = folder.resolve("review.csv");
    Cli result =
        Cli.done("data", "noise", labels, "--recipe", "ngram-linear", "--folds", 2, "--out", csv);
    assertTrue(result.out().contains("ngram-linear on 2 folds"), result.out());
    CsvTable table = CsvTable.read(csv);
    assertFalse(table.rows().isEmpty());
    for (CsvRow row : table.rows()) {
      assertEquals(
          row.value("id"),
          row.value("document") + ":" + row.value("start") + "-" + row.value("end"));
      assertFalse(row.value("previous").isEmpty() && row.value("next").isEmpty());
    }
  }

  private static String row(String document, int start, String text, String label) {
    return String.join(
            ",",
            document,
            String.valueOf(start),
            String.valueOf(start + text.length()),
            "body",
            label,
            "",
            Sha256.ofText(text))
        + "\n";
  }

  @Test
  void wrongUseIsAnsweredBeforeTheWork() throws IOException {
    assertEquals(
        "--top must be at least 1, got 0; see 'stance data noise --help'",
        Cli.misuse(command("--top", 0)));
    assertEquals(data + " exists; name a new file with --out", Cli.failure(command("--out", data)));
    assertEquals(
        "dataset data has 12 groups (documents, arguments and near-duplicates are joined); --folds"
            + " must lie in [2, 12], got 13",
        Cli.failure(command("--folds", 13)));
    assertTrue(Cli.misuse(command("--folds", 1)).startsWith("--folds must be at least 2, got 1; "));
    assertTrue(Cli.failure("data", "noise", data, "--recipe", "none").startsWith("no recipe"));
    Path one = Files.writeString(folder.resolve("one.csv"), "text,label\nA port.,pro\n");
    assertEquals(
        "dataset one holds pro only; add sentences of at least two stances",
        Cli.failure("data", "noise", one));
  }
}
