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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

/** Data of other people's making: splits in files, texts by line, two stances. */
class AnyDatasetTest {
  @TempDir Path folder;

  private Cli train(Object... more) {
    List<Object> command =
        new ArrayList<>(List.of("train", "--recipe", "ngram-linear", "--models", models()));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  private Path models() {
    return folder.resolve("models");
  }

  private JsonNode evaluation(String name) throws IOException {
    return new ObjectMapper()
        .readTree(models().resolve("ngram-linear").resolve("1").resolve(name).toFile());
  }

  @Test
  void splitsMayComeInFilesOfTheirOwn() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("train.csv"), 1);
    List<String> validation =
        SampleSentences.rows(2).subList(0, 12).stream().map(row -> row + "v").toList();
    List<String> test =
        SampleSentences.rows(3).subList(0, 9).stream().map(row -> row + "t").toList();
    Cli trained =
        train(
            "--data",
            data,
            "--validation",
            SampleSentences.csv(folder.resolve("val.csv"), validation),
            "--test",
            SampleSentences.csv(folder.resolve("test.csv"), test));
    assertEquals(0, trained.code(), trained.err());
    assertTrue(
        trained.out().startsWith("Training data train+val: 72 sentences in 24 groups, "),
        trained.out());
    assertTrue(
        trained.out().contains("Held out, the test split: 9 sentences in 9 groups.\n"),
        trained.out());
    assertFalse(trained.out().contains("F-average"), "one target, one table");
    assertEquals(9, evaluation("evaluation-test.json").get("n").asInt());
    assertEquals(72, evaluation("evaluation.json").get("n").asInt());
  }

  @Test
  void aGroupOnBothSidesIsWarnedOf() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("train.csv"), 1);
    Cli trained = train("--data", data, "--test", SampleSentences.csv(folder.resolve("t.csv"), 2));
    assertTrue(
        trained.out().contains("Warning: 12 groups stand on both sides, in training and in the"),
        trained.out());
  }

  @Test
  void splitsWithoutTheirDataAreAUsageError() {
    assertEquals(
        "--validation needs --data; name the training data with --data; see 'stance train --help'",
        Cli.misuse("train", "--models", models(), "--validation", "v.csv", "--test", "t.csv"));
    assertTrue(
        Cli.misuse("train", "--models", models(), "--test", "t.csv").startsWith("--test needs "));
  }

  /** Two targets of 30 sentences each, 24 to learn from and 6 to test on. */
  private Path lines() throws IOException {
    Path data = Files.createDirectories(folder.resolve("stances"));
    Files.writeString(data.resolve("mapping.txt"), "0\tnone\n1\tagainst\n2\tfavor\n");
    List<String> rows = SampleSentences.rows(5);
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = rows.get(i).split(",", -1);
      Path target = Files.createDirectories(data.resolve(i < 30 ? "cables" : "patrols"));
      String part = i % 30 < 24 ? "train" : "test";
      append(target.resolve(part + "_text.txt"), fields[1]);
      append(
          target.resolve(part + "_labels.txt"),
          String.valueOf(List.of("neutral", "anti", "pro").indexOf(fields[2])));
    }
    return data;
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line + "\n");
  }

  @Test
  void aModelOfSeveralTargetsIsTestedOnThoseAlone() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("by-target.yaml"),
            """
            name: by-target
            description: Words, one model for each target.
            perTarget: true
            features:
              type: ngrams
              wordMax: 1
            classifier:
              type: linear
              cost: 1.0
            """);
    Cli.done("train", "--recipe", recipe, "--models", models(), "--data", lines());
    assertEquals(
        "suite nato-asia, test negation-01: names no target; model by-target@1 was trained on"
            + " cables, patrols; give the suite a column 'target' with one of these, or choose"
            + " another model",
        Cli.failure("behaviour", "default", "--models", models()));
    Path suite =
        Files.writeString(
            folder.resolve("suite.csv"),
            "id,capability,kind,text,edit,expected,tolerance,target\n1,x,INV,A.,B.,same,,cables\n");
    assertTrue(
        Cli.done("behaviour", "default", "--models", models(), "--suite", suite)
            .out()
            .contains("fails 0 of 1"));
  }

  @Test
  void textsAndLabelsByLineAreTrainedOnAndTheirTargetsPooled() throws IOException {
    Path data = lines();
    Cli trained = train("--data", data);
    assertEquals(0, trained.code(), trained.err());
    assertTrue(trained.out().startsWith("Training data stances: 48 sentences in 48 groups, "));
    assertTrue(trained.out().contains("\nF-average over 2 targets "), trained.out());
    JsonNode evaluation = evaluation("evaluation-test.json");
    JsonNode counts = evaluation.at("/confusion/counts");
    double pro = f1(counts, 0);
    double anti = f1(counts, 1);
    assertEquals((pro + anti) / 2, evaluation.get("fAvg").asDouble(), 1e-6);
    Cli tested =
        Cli.done("evaluate", "default", "--models", models(), "--data", data, "--split", "test");
    String mean = String.format(Locale.ROOT, "%.3f", meanOfTargets(evaluation));
    assertTrue(tested.out().contains("Over its 2 targets pooled, the F"), tested.out());
    assertTrue(tested.out().contains("targets' own is " + mean), tested.out());
    assertTrue(tested.out().contains("| target | cables | 6 | "), tested.out());
    assertFalse(tested.out().contains("## Behaviour"), "the shipped suite is about another target");
    String report =
        Files.readString(models().resolve("ngram-linear").resolve("1").resolve("report.md"));
    assertTrue(report.contains("| test split, F-average |"), report);
    assertTrue(
        Files.readString(models().resolve("ngram-linear").resolve("1").resolve("report.html"))
            .contains("test split, F-average"));
    Cli audit = Cli.run("data", "audit", data);
    assertTrue(audit.out().contains("60 rows in 60 groups"), audit.out());
  }

  /** F1 = 2 · right / (gold + predicted), by the rows (gold) and columns (predicted). */
  private static double f1(JsonNode counts, int stance) {
    int gold = 0;
    int predicted = 0;
    for (int i = 0; i < 3; i++) {
      gold += counts.get(stance).get(i).asInt();
      predicted += counts.get(i).get(stance).asInt();
    }
    return 2.0 * counts.get(stance).get(stance).asInt() / (gold + predicted);
  }

  private static double meanOfTargets(JsonNode evaluation) {
    double sum = 0;
    int targets = 0;
    for (JsonNode slice : evaluation.get("slices")) {
      if (slice.get("attribute").asText().equals("target")) {
        sum += slice.get("fAvg").asDouble();
        targets++;
      }
    }
    return sum / targets;
  }

  @Test
  void twoStancesGoAllTheWay() throws IOException {
    List<String> rows =
        SampleSentences.rows(1).stream()
            .filter(row -> !row.contains(",neutral,"))
            .map(row -> row.replace(",anti,", ",undermine,"))
            .toList();
    Path data = SampleSentences.csv(folder.resolve("claims.csv"), rows);
    Cli trained = train("--recipe", "majority", "--data", data, "--labels", "undermine=anti");
    assertEquals(0, trained.code(), trained.err());
    Cli tested =
        Cli.done(
            "evaluate",
            "ngram-linear",
            "--models",
            models(),
            "--data",
            data,
            "--labels",
            "undermine=anti");
    assertTrue(
        tested.out().contains("Note: a stance occurs neither in the data nor among the answers"),
        tested.out());
    assertFalse(tested.out().contains("says nothing\n"), tested.out());
    assertTrue(tested.out().contains("which counts the stances that occur alike"), tested.out());
    JsonNode figures = evaluation("evaluation.json");
    assertEquals(0, figures.at("/perClass/neutral/support").asInt());
    double mean =
        (figures.at("/perClass/pro/f1").asDouble() + figures.at("/perClass/anti/f1").asDouble())
            / 2;
    assertEquals(mean, figures.get("macroF1").asDouble(), 2e-6);
    assertEquals(mean, figures.get("fAvg").asDouble(), 2e-6);
    Path article =
        Files.writeString(folder.resolve("article.txt"), "The panel was scheduled. It rained.");
    Cli classified =
        Cli.done(
            "classify",
            article,
            "--model",
            "ngram-linear",
            "--models",
            models(),
            "--format",
            "json");
    assertFalse(classified.out().contains("\"stance\": \"neutral\""), classified.out());
    Cli compared =
        Cli.done(
            "compare",
            "majority",
            "ngram-linear",
            "--models",
            models(),
            "--data",
            data,
            "--labels",
            "undermine=anti");
    assertTrue(compared.out().contains("Comparison on claims"), compared.out());
  }

  @Test
  void aTableWithoutRowsMeasuresNothing() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("train.csv"), 1);
    assertEquals(0, train("--data", data).code());
    Path empty = Files.writeString(folder.resolve("none.csv"), "text,label\n");
    assertEquals(
        "none holds no labelled sentence; there is nothing to measure a model on",
        Cli.failure("evaluate", "default", "--models", models(), "--data", empty));
  }
}
