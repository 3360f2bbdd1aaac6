package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.provenance.Sha256;

class DataSplitCommandTest {
  @TempDir Path folder;
  private Path data;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    out = folder.resolve("out");
  }

  private static Map<String, String> splitById(Path file) throws IOException {
    Map<String, String> splits = new TreeMap<>();
    for (CsvRow row : CsvTable.read(file).rows()) {
      splits.put(row.value("id"), row.value("split"));
    }
    return splits;
  }

  @Test
  void everyRowGoesToOneFileAndGroupsStayWhole() throws IOException {
    Cli result = Cli.done("data", "split", data, "--out", out, "--fractions", "0.5,0.25,0.25");
    assertEquals(
        """
        data: 60 sentences in 12 groups, the largest with 8.3 % of them

        split           wish   share  sentences  groups       pro      anti   neutral
        train         50.0 %  50.0 %         30       6    33.3 %    33.3 %    33.3 %
        validation    25.0 %  25.0 %         15       3    33.3 %    33.3 %    33.3 %
        test          25.0 %  25.0 %         15       3    33.3 %    33.3 %    33.3 %
        all                  100.0 %         60      12    33.3 %    33.3 %    33.3 %

        %s/train.csv: 30 rows
        %s/validation.csv: 15 rows
        %s/test.csv: 15 rows
        """
            .replace("%s", out.toString()),
        result.out());
    assertEquals(List.of("test.csv", "train.csv", "validation.csv"), Cli.tree(out));
    List<String> rows = new ArrayList<>();
    Map<String, String> splitOfGroup = new HashMap<>();
    for (String name : List.of("train", "validation", "test")) {
      CsvTable table = CsvTable.read(out.resolve(name + ".csv"));
      assertEquals(List.of("id", "text", "label", "group", "split"), table.header().columns());
      for (CsvRow row : table.rows()) {
        assertEquals(name, row.value("split"));
        rows.add(String.join(",", row.fields().subList(0, 4)));
        String other = splitOfGroup.put(row.value("group"), name);
        assertTrue(other == null || other.equals(name), row.value("group"));
      }
    }
    List<String> expected = new ArrayList<>(SampleSentences.rows(1));
    Collections.sort(expected);
    Collections.sort(rows);
    assertEquals(expected, rows);
  }

  @Test
  void trainingKeepsTheTestSplitApart() {
    Cli.done("data", "split", data, "--out", out, "--column");
    String trained =
        Cli.done(
                "train",
                "--recipe",
                "majority",
                "--data",
                out.resolve("data.csv"),
                "--models",
                folder.resolve("models"))
            .out();
    assertTrue(trained.contains("Held out, the test split: "), trained);
  }

  @Test
  void oneFileKeepsItsOrderAndFillsTheColumn() throws IOException {
    Cli.done("data", "split", data, "--out", out, "--column", "--names", "train,test");
    CsvTable table = CsvTable.read(out.resolve("data.csv"));
    assertEquals(
        SampleSentences.rows(1),
        table.rows().stream().map(row -> String.join(",", row.fields().subList(0, 4))).toList());
    assertEquals(
        // two whole groups of five come closest to 12 rows
        10, table.rows().stream().filter(row -> row.value("split").equals("test")).count());
    // split again: the column is there and is filled anew
    Path again = folder.resolve("again");
    Cli result = Cli.done("data", "split", out.resolve("data.csv"), "--out", again, "--column");
    assertTrue(result.out().contains("The table has a column split; its values are replaced.\n"));
    assertEquals(
        table.header().columns(), CsvTable.read(again.resolve("data.csv")).header().columns());
  }

  @Test
  void theOrderOfTheRowsPlaysNoPartNotEvenWithoutIds() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : SampleSentences.rows(1)) {
      rows.add(row.split(",")[1] + "," + row.split(",")[2]);
    }
    Map<String, String> first = splitByText(rows, folder.resolve("one"));
    Collections.shuffle(rows, new Random(7));
    assertEquals(first, splitByText(rows, folder.resolve("two")));
  }

  private Map<String, String> splitByText(List<String> rows, Path to) throws IOException {
    Path file = Files.writeString(data, "text,label\n" + String.join("\n", rows) + "\n");
    Cli.done("data", "split", file, "--out", to, "--column");
    Map<String, String> splits = new TreeMap<>();
    for (CsvRow row : CsvTable.read(to.resolve("data.csv")).rows()) {
      splits.put(row.value("text"), row.value("split"));
    }
    return splits;
  }

  @Test
  void theSeedChangesTheSplit() throws IOException {
    Cli.done("data", "split", data, "--out", out, "--column");
    Cli.done("data", "split", data, "--out", folder.resolve("b"), "--column", "--seed", 2);
    Cli.done("data", "split", data, "--out", folder.resolve("c"), "--column", "--seed", 2);
    Map<String, String> two = splitById(folder.resolve("b").resolve("data.csv"));
    assertEquals(two, splitById(folder.resolve("c").resolve("data.csv")));
    assertFalse(two.equals(splitById(out.resolve("data.csv"))));
  }

  @Test
  void documentsOfStandOffLabelsStayWholeWithTitlesAndFurniture() throws IOException {
    StringBuilder rows = new StringBuilder();
    List<String> samples = SampleSentences.rows(1);
    Path articles = Files.createDirectories(folder.resolve("texts"));
    for (int i = 0; i < 12; i++) {
      String body = samples.get(i).split(",")[1];
      String label = samples.get(i).split(",")[2];
      Files.writeString(articles.resolve("d" + i + ".txt"), "Menu\n" + body);
      rows.append("d" + i + ".txt,0,4,furniture,neutral,," + Sha256.ofText("Menu") + "\n");
      rows.append(
          "d%d.txt,5,%d,body,%s,,%s\n".formatted(i, 5 + body.length(), label, Sha256.ofText(body)));
    }
    // a document without running text
    Files.writeString(articles.resolve("e.txt"), "Menu");
    rows.append("e.txt,0,4,furniture,neutral,," + Sha256.ofText("Menu") + "\n");
    Path labels =
        Files.writeString(
            folder.resolve("labels.csv"), "document,start,end,kind,label,holder,sha256\n" + rows);
    Cli without = Cli.done("data", "split", labels, "--out", out, "--column");
    assertTrue(without.out().contains("Beware: the texts are not at hand"), without.out());
    Cli with =
        Cli.done(
            "data",
            "split",
            labels,
            "--documents",
            articles,
            "--out",
            folder.resolve("b"),
            "--column");
    assertTrue(with.out().startsWith("labels.csv: 12 sentences in 12 groups"), with.out());
    for (Path file : List.of(out, folder.resolve("b"))) {
      Map<String, String> splits = new HashMap<>();
      for (CsvRow row : CsvTable.read(file.resolve("labels.csv")).rows()) {
        String other = splits.put(row.value("document"), row.value("split"));
        assertTrue(other == null || other.equals(row.value("split")), row.value("document"));
      }
      assertEquals(13, splits.size());
      assertEquals("train", splits.get("e.txt"));
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("test.csv"), "mine");
    assertEquals(
        out.resolve("test.csv") + " exists; name a new folder with --out",
        Cli.failure("data", "split", data, "--out", out));
    assertEquals(List.of("test.csv"), Cli.tree(out));
    assertEquals(
        data + " is a file, not a folder; name another with --out",
        Cli.failure("data", "split", data, "--out", data));
    assertEquals(
        data + " exists; name a new folder with --out",
        Cli.failure("data", "split", data, "--out", folder, "--column"));
  }

  @Test
  void wrongUseIsAnsweredInOneLine() throws IOException {
    assertTrue(Cli.misuse("data", "split", data).contains("--out"));
    assertTrue(
        Cli.misuse("data", "split", data, "--out", out, "--fractions", "0.7,0.2,0.2")
            .startsWith("--fractions must all be above 0 and add up to 1, got 0.7,0.2,0.2"));
    assertTrue(
        Cli.misuse("data", "split", data, "--out", out, "--names", "train,dev,other")
            .startsWith("--names: 'other' is no split; allowed are train, validation, test"));
    assertTrue(
        Cli.misuse("data", "split", data, "--out", out, "--names", "train,dev,val")
            .startsWith("--names must name different splits"));
    assertTrue(
        Cli.misuse("data", "split", data, "--out", out, "--names", "train")
            .contains("two or three each"));
    assertTrue(
        Cli.misuse("data", "split", data, "--out", out, "--fractions", "half,half")
            .contains("--fractions"));
    assertEquals(
        folder
            + " is a folder; split one of its tables, such as "
            + folder.resolve("sentences.csv"),
        Cli.failure("data", "split", folder, "--out", out));
    Path two = Files.writeString(folder.resolve("two.csv"), "text,label\nA port.,pro\nB.,anti\n");
    assertEquals(
        "dataset two has 2 groups, fewer than the 3 parts asked for; ask for fewer parts or add"
            + " other text",
        Cli.failure("data", "split", two, "--out", out));
    Path bad = Files.writeString(folder.resolve("bad.csv"), "text,label\nA port.,good\n");
    assertTrue(Cli.failure("data", "split", bad, "--out", out).startsWith("bad.csv, line 2"));
    Path none = Files.writeString(folder.resolve("none.csv"), "words,label\nA port.,pro\n");
    assertTrue(Cli.failure("data", "split", none, "--out", out).contains("--text-column"));
    assertFalse(Files.exists(out));
  }
}
