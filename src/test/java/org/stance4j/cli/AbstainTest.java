package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

/** Label sets from training to the answers that are left out. */
class AbstainTest {
  private static final String CLEAR =
      "Welcome and praised, the treaty is beneficial and stabilising";

  /** No word of it was seen in training. */
  private static final String UNKNOWN = "Quux zyzzyva fjord nymph waltz";

  @TempDir static Path folder;
  private static Path models;

  /** Sixty sentences to learn from and sixty that the dataset keeps for testing. */
  @BeforeAll
  static void train() throws IOException {
    models = folder.resolve("models");
    List<String> lines = new ArrayList<>(List.of("id,text,label,group,split"));
    SampleSentences.rows(1).forEach(row -> lines.add(row + ",train"));
    SampleSentences.rows(2).forEach(row -> lines.add("t" + row + "t,test"));
    Path data = Files.writeString(folder.resolve("data.csv"), String.join("\n", lines) + "\n");
    Cli.done("train", "--recipe", "ngram-linear", "--data", data, "--models", models);
  }

  private static Path table() throws IOException {
    return Files.writeString(
        folder.resolve("rows.csv"), "id,text\n1,\"" + CLEAR + "\"\n2," + UNKNOWN + "\n");
  }

  @Test
  void onlySentencesWhoseSetHoldsOneStanceAreAnswered() throws IOException {
    List<String> lines =
        Cli.done("classify", table(), "--models", models, "--abstain", "0.9")
            .out()
            .lines()
            .toList();
    assertEquals("id,text,stance,p_pro,p_anti,p_neutral,stance_set", lines.get(0));
    assertTrue(lines.get(1).contains(",pro,0."), lines.get(1));
    assertTrue(lines.get(1).endsWith(",pro"), lines.get(1));
    assertTrue(lines.get(2).contains(",abstained,0."), lines.get(2));
    // without the option nothing changes
    List<String> plain = Cli.done("classify", table(), "--models", models).out().lines().toList();
    assertEquals("id,text,stance,p_pro,p_anti,p_neutral", plain.get(0));
    assertFalse(plain.get(2).contains("abstained"), plain.get(2));
  }

  @Test
  void aDocumentTellsHowManyWereLeftOut() throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), CLEAR + ".\n\n" + UNKNOWN + ".\n");
    JsonNode tree =
        new ObjectMapper()
            .readTree(
                Cli.done(
                        "classify",
                        article,
                        "--models",
                        models,
                        "--abstain",
                        ".9",
                        "--format",
                        "json")
                    .out());
    assertEquals(0.9, tree.path("coverage").asDouble());
    JsonNode summary = tree.at("/documents/0/summary");
    assertEquals(1, summary.path("abstained").asInt(), summary.toString());
    assertEquals(0.5, summary.at("/shares/abstained").asDouble());
    assertTrue(summary.path("score").asDouble() > 0.3, summary.toString());
    String text = Cli.done("classify", article, "--models", models, "--abstain", ".9").out();
    assertTrue(text.contains(", 50% abstained, score +0."), text);
    assertTrue(text.contains(" of the 1 answered\n"), text);
  }

  @Test
  void wrongCoveragesAreUsageErrors() throws IOException {
    for (String coverage : List.of("90", "0", "1", "1.0", "0.0", "-0.5", "NaN", "half", "0,9")) {
      String message = Cli.misuse("classify", table(), "--models", models, "--abstain", coverage);
      assertTrue(
          message.contains(
              "'" + coverage + "' is no coverage; write a number between 0 and 1, such as 0.9"),
          message);
    }
  }

  @Test
  void aCoverageThatTheModelDoesNotCarryIsAnErrorAndNothingIsWritten() throws IOException {
    Path out = folder.resolve("none.csv");
    String message =
        Cli.failure("classify", table(), "--models", models, "--abstain", "0.99", "--out", out);
    assertEquals(
        "model ngram-linear@1 cannot abstain at a coverage of 0.99: 20 out-of-fold sentences are pro,"
            + " which carry at most 0.952; choose a lower coverage or train on more of them",
        message);
    assertFalse(Files.exists(out));
  }

  @Test
  void anAdaptedPriorDoesNotGoWithIt() throws IOException {
    String message =
        Cli.misuse("classify", table(), "--models", models, "--abstain", "0.9", "--adapt-prior");
    assertTrue(message.startsWith("--abstain and --adapt-prior do not go together: "), message);
  }

  @Test
  void aTableWithAColumnOfThatNameIsRefusedOnlyIfItIsAdded() throws IOException {
    Path table =
        Files.writeString(folder.resolve("set.csv"), "text,stance_set\n" + UNKNOWN + ",x\n");
    Cli.done("classify", table, "--models", models);
    String message = Cli.failure("classify", table, "--models", models, "--abstain", "0.9");
    assertTrue(message.contains("column stance_set: this column is to be added"), message);
  }

  /** A folder as it was before label sets were stored. */
  @Test
  void anOlderModelLoadsAndSaysWhyItCannotAbstain() throws IOException {
    Path old = folder.resolve("old/ngram-linear/1");
    copyOfTheModel(old);
    Files.delete(old.resolve("label-sets.safetensors"));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode manifest = mapper.readTree(old.resolve("manifest.json").toFile());
    ((ObjectNode) manifest.path("files")).remove("label-sets.safetensors");
    mapper.writeValue(old.resolve("manifest.json").toFile(), manifest);
    Cli.done("classify", table(), "--model", old);
    String message = Cli.failure("classify", table(), "--model", old, "--abstain", "0.9");
    assertTrue(
        message.startsWith("model ngram-linear@1 cannot abstain: it was trained before"), message);
    String out = Cli.done("evaluate", old, "--data", fresh(), "--suite", "none").out();
    assertTrue(out.contains("\n### Risk and coverage\n"), out);
    assertTrue(out.contains("The model holds no label sets"), out);
    assertFalse(out.contains("\n### Label sets\n"), out);
  }

  private static Path fresh() throws IOException {
    return SampleSentences.csv(folder.resolve("fresh.csv"), 3);
  }

  @Test
  void evaluateTellsTheCurveThresholdsAndWhatTheSetsAchieve() throws IOException {
    Path reports = folder.resolve("reports");
    Object[] command = {"evaluate", "default", "--models", models, "--data", fresh()};
    String json =
        Cli.done(command[0], command[1], command[2], command[3], command[4], command[5], "--json")
            .out();
    JsonNode abstention = new ObjectMapper().readTree(json).path("abstention");
    assertTrue(abstention.path("aurc").asDouble() >= 0, json);
    assertEquals(3, abstention.path("labelSets").size());
    JsonNode set = abstention.path("labelSets").path(1);
    assertEquals(0.9, set.path("coverage").asDouble());
    assertEquals(60, set.at("/all/n").asInt());
    assertEquals(20, set.at("/anti/n").asInt());
    assertTrue(set.at("/all/coverage").asDouble() > 0.8, json);
    assertEquals(3, abstention.at("/thresholds/all").size());
    assertEquals(3, abstention.at("/thresholds/neutral").size());
    String text =
        Cli.done(
                command[0],
                command[1],
                command[2],
                command[3],
                command[4],
                command[5],
                "--out",
                reports)
            .out();
    assertTrue(text.contains("\n### Thresholds for a wanted precision\n"), text);
    assertTrue(text.contains("\n### Label sets\n"), text);
    assertTrue(text.contains("exchangeability, which does not hold"), text);
    assertTrue(text.contains("Its label sets, made for a coverage of 90"), text);
    String page = Files.readString(reports.resolve("report.html"));
    assertTrue(page.contains("class=\"curve\" d=\"M"), "the curve is drawn");
    assertTrue(page.contains("<h4>Label sets</h4>"), "the table is there");
  }

  @Test
  void trainingTellsTheCoverageOnTheTestSplit() throws IOException {
    Path version = models.resolve("ngram-linear").resolve("1");
    String card = Files.readString(version.resolve("MODEL_CARD.md"));
    assertTrue(
        card.contains(
            "\n## Abstention\n\n`stance classify --abstain 0.9` answers where the label set"),
        card);
    assertTrue(card.contains("never trained on | 0.900 | "), card);
    String report = Files.readString(version.resolve("report.md"));
    assertTrue(report.contains("On the test split its label sets, made for a coverage"), report);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode test = mapper.readTree(version.resolve("evaluation-test.json").toFile());
    assertEquals(3, test.at("/abstention/labelSets").size());
    // the sets rest on the cross-validation, so they are not measured on it
    assertFalse(mapper.readTree(version.resolve("evaluation.json").toFile()).has("abstention"));
    assertTrue(
        mapper
            .readTree(version.resolve("manifest.json").toFile())
            .path("files")
            .has("label-sets.safetensors"));
  }

  private static void copyOfTheModel(Path target) throws IOException {
    Path version = models.resolve("ngram-linear").resolve("1");
    Files.createDirectories(target);
    for (String name : Cli.tree(version)) {
      Files.copy(version.resolve(name), target.resolve(name));
    }
  }

  @Test
  void aDamagedFileIsToldAndAMissingOneToo() throws IOException {
    Path copy = folder.resolve("damaged/ngram-linear/1");
    copyOfTheModel(copy);
    Path file = copy.resolve("label-sets.safetensors");
    byte[] content = Files.readAllBytes(file);
    content[content.length - 1] ^= 1;
    Files.write(file, content);
    String message =
        Cli.failure("classify", table(), "--models", folder, "--model", copy, "--abstain", "0.9");
    assertTrue(
        message.contains("label-sets.safetensors does not have the SHA-256 of the manifest"),
        message);
    Files.delete(file);
    assertTrue(
        Cli.failure("classify", table(), "--model", copy).contains("label-sets.safetensors"));
  }
}
