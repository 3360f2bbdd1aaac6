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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.pipeline.TinyModel;

/** Class shares that are re-estimated from text without labels. */
class AdaptPriorTest {
  private static final List<String> NOUNS =
      List.of("pact", "patrol", "exercise", "visit", "harbour", "treaty", "drill", "summit");

  @TempDir static Path folder;
  private static Path tiny;
  private static Path trained;

  @BeforeAll
  static void train() throws IOException {
    tiny = folder.resolve("tiny");
    TinyModel.publish(tiny);
    trained = folder.resolve("trained");
    Path training = SampleSentences.csv(folder.resolve("training.csv"), 1);
    Cli.done("train", "--recipe", "ngram-linear", "--data", training, "--models", trained);
  }

  private static String text(String stance, int i) {
    String noun = NOUNS.get(i % NOUNS.size());
    return switch (stance) {
      case "pro" -> "Allies welcome the " + noun + " because it brings safety.";
      case "anti" -> "Critics reject the " + noun + " because it brings danger.";
      default -> "Delegates met on Monday for the " + noun + ".";
    };
  }

  /** Eight of ten sentences are pro. */
  private static Path table(String name, int rows, boolean labels) throws IOException {
    List<String> lines = new ArrayList<>(List.of(labels ? "text,label,group" : "text"));
    for (int i = 0; i < rows; i++) {
      String stance = i % 10 < 8 ? "pro" : i % 10 == 8 ? "anti" : "neutral";
      lines.add(text(stance, i) + (labels ? "," + stance + ",g" + i / 5 : ""));
    }
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Forty sentences that are pro, ten that are anti and ten that are neutral, in 12 groups. */
  private static Path skewed() throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> some = SampleSentences.rows(2);
    for (int i = 0; i < some.size(); i++) {
      boolean pro = some.get(i).contains(",pro,");
      if (pro || i >= some.size() / 2) {
        rows.add(some.get(i));
      }
    }
    SampleSentences.rows(3).stream()
        .filter(row -> row.contains(",pro,"))
        .forEach(row -> rows.add("t" + row));
    return SampleSentences.csv(folder.resolve("skewed.csv"), rows);
  }

  @Test
  void evaluateTellsWhatAdaptingBrings() throws IOException {
    Object[] command = {"evaluate", "default", "--models", trained, "--data", skewed()};
    JsonNode plain = new ObjectMapper().readTree(Cli.done(with(command, "--json")).out());
    assertFalse(plain.has("priorAdaptation"));
    String out = Cli.done(with(command, "--json", "--adapt-prior")).out();
    JsonNode adapted = new ObjectMapper().readTree(out);
    JsonNode prior = adapted.get("priorAdaptation");
    assertEquals(60, prior.get("n").asInt());
    assertEquals(1.0 / 3, prior.at("/training/pro").asDouble(), 0.02);
    assertEquals(2.0 / 3, prior.at("/gold/pro").asDouble(), 1e-6);
    // the model of sixty sentences is less sure than it could be, so the shift is overstated
    assertTrue(prior.at("/estimated/pro").asDouble() > 0.6, out);
    // the figures of the model as it is do not change
    assertEquals(plain.get("macroF1"), adapted.get("macroF1"));
    assertEquals(plain.get("macroF1"), prior.at("/before/macroF1"));
    assertTrue(List.of("helped", "hurt", "cannot-tell").contains(prior.get("verdict").asText()));
    String text = Cli.done(with(command, "--adapt-prior")).out();
    assertTrue(text.contains("\n## Prior adapted\n"), text);
    assertTrue(text.contains(prior.get("text").asText().substring(0, 20)), text);
    assertTrue(text.contains("The text shows that its shares differ from the training's"), text);
  }

  @Test
  void classifyAdaptsToAllOfItsInputsTogether() throws IOException {
    Path one = table("one.csv", 30, false);
    Path two = table("two.csv", 40, false);
    Object[] command = {"classify", one, two, "--models", tiny};
    List<String> plain = Cli.done(command).out().lines().toList();
    Cli adapted = Cli.done(with(command, "--adapt-prior"));
    List<String> lines = adapted.out().lines().toList();
    assertEquals(71, lines.size());
    assertEquals(plain.size(), lines.size());
    assertTrue(adapted.err().startsWith("Prior adapted to 70 sentences: pro 0."), adapted.err());
    assertTrue(adapted.err().contains("; in training: pro 0.333, anti 0.333, neutral 0.333."));
    assertEquals(1, adapted.err().lines().count());
    for (int i = 1; i < lines.size(); i++) {
      assertTrue(pro(lines.get(i)) >= pro(plain.get(i)), lines.get(i) + " " + plain.get(i));
    }
  }

  /** The columns end with stance, p_pro, p_anti and p_neutral. */
  private static double pro(String line) {
    String[] fields = line.split(",", -1);
    return Double.parseDouble(fields[fields.length - 3]);
  }

  @Test
  void furnitureDoesNotCount() throws IOException {
    StringBuilder article = new StringBuilder();
    for (int i = 0; i < 55; i++) {
      article.append(text(i % 3 == 0 ? "anti" : "pro", i)).append("\n\n");
    }
    article.append("Continue Reading\n");
    Path file = Files.writeString(folder.resolve("article.txt"), article);
    Object[] command = {"classify", file, "--models", tiny, "--format", "jsonl"};
    assertTrue(Cli.done(command).out().contains("furniture"));
    Cli adapted = Cli.done(with(command, "--adapt-prior"));
    assertTrue(adapted.err().startsWith("Prior adapted to 55 sentences: "), adapted.err());
    assertEquals(Cli.done(command).out().lines().count(), adapted.out().lines().count());
  }

  @Test
  void tooFewSentencesAreAnErrorAndNothingIsWritten() throws IOException {
    String message =
        "a prior is estimated from at least 50 sentences, got 20; give more text at once, or do not"
            + " adapt the prior";
    Path out = folder.resolve("none.csv");
    Path few = table("few.csv", 20, false);
    assertEquals(
        message, Cli.failure("classify", few, "--models", tiny, "--adapt-prior", "--out", out));
    assertFalse(Files.exists(out));
    Cli run = Cli.run("classify", few, "--models", tiny, "--adapt-prior");
    assertEquals("", run.out());
    assertEquals(
        message,
        Cli.failure(
            "evaluate",
            "default",
            "--models",
            tiny,
            "--data",
            table("few-labelled.csv", 20, true),
            "--adapt-prior"));
  }

  @Test
  void aTrainedModelRemembersThePriorImpliedInItsProbabilities() throws IOException {
    Path version = trained.resolve("ngram-linear").resolve("1");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode metrics = mapper.readTree(version.resolve("manifest.json").toFile()).get("metrics");
    JsonNode mean =
        mapper.readTree(version.resolve("evaluation.json").toFile()).at("/probabilities/mean");
    for (String stance : List.of("pro", "anti", "neutral")) {
      assertEquals(mean.get(stance).asDouble(), metrics.get("prior." + stance).asDouble(), 2e-6);
    }
    Path fresh = SampleSentences.csv(folder.resolve("fresh.csv"), 2);
    String out =
        Cli.done(
                "evaluate",
                "default",
                "--models",
                trained,
                "--data",
                fresh,
                "--adapt-prior",
                "--json")
            .out();
    assertEquals(
        mean.get("pro").asDouble(),
        mapper.readTree(out).at("/priorAdaptation/training/pro").asDouble(),
        5e-6);
  }

  private static Object[] with(Object[] command, Object... more) {
    List<Object> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray();
  }
}
