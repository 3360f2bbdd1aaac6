package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

class TuneCommandTest {
  private static final String SPACE =
      """
      - name: words
        description: words alone
        features: {type: ngrams, wordMax: {choose: [1, 2]}, charMin: 1, charMax: 0}
        classifier: {type: linear, cost: {choose: [1.0, 4.0, 16.0]}}
      - name: none
        description: always the same
        features: {type: ngrams, maxFeatures: {choose: [1, 2]}}
        classifier: {type: majority}
      """;

  @TempDir Path folder;
  private Path data;
  private Path space;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    space = Files.writeString(folder.resolve("space.yaml"), SPACE);
    out = folder.resolve("out");
  }

  private Object[] tune(Object... more) {
    List<Object> command =
        new ArrayList<>(List.of("tune", "--data", data, "--space", space, "--out", out));
    command.addAll(List.of(more));
    return command.toArray();
  }

  @Test
  void aSearchEndsWithARecipeThatTrains() throws IOException {
    Cli result = Cli.done(tune("--trials", 4, "--outer-folds", 2));
    assertEquals(
        List.of("best.yaml", "table.md", "trials.csv", "tuning.json"), Cli.tree(out), "files");
    assertTrue(
        result
            .out()
            .startsWith("Search on data: 60 sentences in 12 groups; families words, none; 4"),
        result.out());
    assertTrue(result.out().contains(Files.readString(out.resolve("table.md"))), result.out());
    assertTrue(
        result.out().contains("- honest figure: Macro-F1 1.000 (1.000–1.000): "), result.out());
    assertTrue(result.out().contains("\nWrote " + out.resolve("best.yaml")), result.out());
    assertTrue(
        result.err().startsWith("[1/20] final, rung 1 of 2, #1 ngram-linear: "), result.err());
    assertEquals(
        Files.readAllLines(out.resolve("trials.csv")).size() - 1, result.err().lines().count());
    Cli.done("recipe", "validate", out.resolve("best.yaml"));
    Cli.done("train", "--recipe", out.resolve("best.yaml"), "--models", folder.resolve("models"));
  }

  @Test
  void aFinishedSearchGoesOnToTheSameEnd() throws IOException {
    Cli.done(tune("--trials", 2, "--outer-folds", 0));
    String log = Files.readString(out.resolve("trials.csv"));
    Cli again = Cli.done(tune("--trials", 2, "--outer-folds", 0, "--resume"));
    assertTrue(again.out().contains("Going on after 5 finished trials."), again.out());
    assertEquals("", again.err());
    assertEquals(log, Files.readString(out.resolve("trials.csv")));
    assertTrue(
        Cli.failure(tune("--trials", 3, "--outer-folds", 0, "--resume"))
            .contains("trials was 2 and is 3"));
    assertTrue(Cli.failure(tune("--trials", 2)).contains("is not empty"));
  }

  @Test
  void wrongUsageIsToldBeforeAnySearch() throws IOException {
    assertTrue(
        Cli.misuse(tune("--budget", "soon"))
            .contains("'soon' is no length of time; write a number above 0 and s, m or h"));
    assertTrue(
        Cli.misuse(tune("--metric", "f1"))
            .contains(
                "'f1' is no metric; allowed are accuracy, balancedAccuracy, macroF1, weightedF1,"
                    + " fAvg, mcc or kappa"));
    Files.writeString(space, SPACE.replace("1.0, 4.0", "1.0, much"));
    String said = Cli.failure(tune());
    assertTrue(
        said.contains("space.yaml, line 4, column 51: classifier: cost must be a number above 0"),
        said);
    assertEquals(List.of(), Cli.tree(out));
    assertTrue(
        Cli.failure("tune", "--documents", folder, "--out", out)
            .startsWith("--documents is for data of your own"));
  }

  @Test
  void anInterruptFromTheKeyboardKeepsTheBestSoFar() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StanceCli.class.getName());
    for (Object argument : tune("--budget", "2h", "--outer-folds", "4")) {
      command.add(String.valueOf(argument));
    }
    // far more candidates than a test can wait for
    Files.writeString(space, SPACE.replace("cost: {choose: [", "cost: {choose: [" + costs()));
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("log").toFile())
            .redirectError(err.toFile())
            .start();
    try {
      waitForTrials(process);
      new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assumeTrue(process.waitFor(30, TimeUnit.SECONDS), "interrupts are ignored here");
      assertEquals(130, process.exitValue(), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
    assertTrue(
        Files.readString(err).contains("stance: interrupted; " + out.resolve("best.yaml")),
        Files.readString(err));
    assertEquals(
        List.of("best.yaml", "table.md", "trials.csv", "tuning.json"), Cli.tree(out), "files");
    assertTrue(
        Files.readString(out.resolve("tuning.json")).contains("\"state\" : \"interrupted\""));
    Cli.done("recipe", "validate", out.resolve("best.yaml"));
  }

  private static String costs() {
    StringBuilder costs = new StringBuilder();
    for (int i = 1; i < 5000; i++) {
      costs.append(i).append(".5, ");
    }
    return costs.toString();
  }

  private void waitForTrials(Process process) throws IOException, InterruptedException {
    Path log = out.resolve("trials.csv");
    for (int i = 0; i < 1200 && process.isAlive(); i++) {
      if (Files.exists(log) && Files.readAllLines(log).size() > 4) {
        return;
      }
      Thread.sleep(50);
    }
  }
}
