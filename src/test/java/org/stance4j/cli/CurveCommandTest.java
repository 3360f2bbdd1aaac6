package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

class CurveCommandTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void prepare() throws IOException {
    List<String> rows = new ArrayList<>(List.of("id,text,label,group,split,part"));
    for (String row : SampleSentences.rows(1)) {
      String group = row.substring(row.lastIndexOf(',') + 1);
      boolean held = List.of("g10", "g11").contains(group);
      rows.add(row + "," + (held ? "validation" : "train") + (group.equals("g0") ? ",a" : ",b"));
    }
    data = Files.writeString(folder.resolve("data.csv"), String.join("\n", rows) + "\n");
  }

  private Cli curve(Object... more) {
    List<Object> command =
        new ArrayList<>(List.of("curve", "--data", data, "--recipe", "ngram-linear"));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  @Test
  void sizesGrowToAllGroupsOfTheTrainSplit() throws IOException {
    Path csv = folder.resolve("curve.csv");
    Cli result = curve("--sizes", "6,all", "--seeds", "1,2", "--always", "part=a", "--csv", csv);
    assertEquals(0, result.code(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(3, lines.size(), result.out());
    assertTrue(lines.get(1).matches("6 +35 +validation split +[01]\\.\\d{3} .*"), lines.get(1));
    assertTrue(lines.get(2).matches("9 +50 +validation split +[01]\\.\\d{3} .*"), lines.get(2));
    List<String> rows = Files.readAllLines(csv);
    assertEquals("groups,sentences,test,seed,macro_f1", rows.get(0));
    assertEquals(5, rows.size());
    assertTrue(rows.get(4).startsWith("9,50.0,validation split,2,"), rows.get(4));
  }

  @Test
  void whatTwiceTheDataWouldBringTakesFourSizes() {
    Cli few = curve("--sizes", "4,6,all", "--seeds", "1");
    assertTrue(
        few.err().contains("What twice the data would bring takes at least 4 sizes; "), few.err());
    Cli enough = curve("--sizes", "3,5,7,8,all", "--seeds", "1,2");
    assertEquals(0, enough.code(), enough.err());
    List<String> lines = enough.out().lines().toList();
    assertEquals(
        "With twice the data, if the curve goes on as a power law of the sentences:",
        lines.get(lines.size() - 2));
    String told = lines.get(lines.size() - 1);
    assertTrue(
        told.matches(
            "  validation split: [+-]\\d+\\.\\d points of macro-F1 \\(95 % interval [+-]\\d+\\.\\d to"
                + " [+-]\\d+\\.\\d\\).* at the largest; measured [01]\\.\\d{3}\\."),
        told);
  }

  @Test
  void onlyLeavesTheOtherRowsOut() {
    Cli result = curve("--sizes", "all", "--seeds", "1", "--only", "part=b");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\n9        45 "), result.out());
  }

  @Test
  void sizesThatNobodyAskedForAreLeftOutWhereThereAreFewerGroups() {
    Cli result = curve("--seeds", "1");
    assertEquals(0, result.code(), result.err());
    assertEquals(2, result.out().lines().count(), result.out());
    assertTrue(result.out().contains("\n10       50 "), result.out());
    assertTrue(curve("--sizes", "80").err().contains("size 80 is not in [1, 10]"));
  }

  @Test
  void wrongInputIsTold() throws IOException {
    assertEquals(
        "stance: --sizes: 'many' is no size; allowed are whole numbers and 'all'; see 'stance curve"
            + " --help'\n",
        curve("--sizes", "many").err());
    assertEquals(2, curve("--sizes", "many").code());
    assertEquals(
        "stance: 'part' is no condition; write ATTRIBUTE=VALUE, such as source=article; see 'stance"
            + " curve --help'\n",
        curve("--only", "part").err());
    assertEquals(2, curve("--only", "part").code());
    assertTrue(
        curve("--only", "part=z")
            .err()
            .contains("data has no row to learn from with --only part=z"));
    data = SampleSentences.csv(folder.resolve("unsplit.csv"), 1);
    Cli unsplit = curve();
    assertEquals(1, unsplit.code());
    assertTrue(
        unsplit.err().startsWith("stance: unsplit has no validation split; "), unsplit.err());
    assertTrue(curve("--csv", data).err().contains("exists; name a new file with --csv"));
  }
}
