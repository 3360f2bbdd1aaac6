package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.pipeline.TinyModel;

/** Explanations through the command line, without an encoder. */
class ExplainCommandTest {
  private static final String WORDS =
      """
      name: other
      description: For the tests.
      features: {type: ngrams, wordMax: 2, charMax: 0, minDocuments: 1}
      classifier: {type: linear}
      calibration: {method: temperature, folds: 2}
      folds: 2
      threads: 1
      """;

  @TempDir static Path folder;
  private static Path models;
  private static Path data;

  @BeforeAll
  static void prepare() throws IOException {
    models = folder.resolve("models");
    TinyModel.publish(models);
    data =
        Files.writeString(
            folder.resolve("test.csv"),
            """
            id,text,label,group
            a,Allies welcome the plan.,pro,g1
            b,Allies welcome the danger.,anti,g2
            c,Delegates met in the capital.,anti,g3
            """);
    Path training = SampleSentences.csv(folder.resolve("train.csv"), 3);
    Path recipe = Files.writeString(folder.resolve("other.yaml"), WORDS);
    Cli.done("train", "--recipe", recipe, "--data", training, "--models", models);
  }

  private static Object[] with(Object... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--models", models)).toArray();
  }

  @Test
  void aLinearModelTellsExactPulls() throws IOException {
    Cli result = Cli.done(with("explain", TinyModel.PRO, "--model", "tiny"));
    assertTrue(result.out().startsWith("tiny@1: pro ("), result.out());
    assertTrue(result.out().contains("\n  exact: n-gram times weight, "), result.out());
    assertEquals(
        "Note: no nearest training sentences: the training data of tiny@1 are not at hand; name them"
            + " with --training.\n",
        result.err());
    Cli again =
        Cli.done(with("explain", TinyModel.PRO, "--model", "tiny", "--neighbours", 0, "--json"));
    assertEquals("", again.err());
    JsonNode json = new ObjectMapper().readTree(again.out());
    double sum = json.at("/context/pro").asDouble() + json.at("/bias/pro").asDouble();
    for (JsonNode word : json.get("words")) {
      sum += word.at("/pull/pro").asDouble();
    }
    assertTrue(sum > 0, "the score of pro is that of one against the rest: " + sum);
    assertEquals("welcome", json.at("/words/1/word").asText());
    assertFalse(json.has("neighbours"));
  }

  @Test
  void anotherModelIsExplainedByLeavingWordsOut() throws IOException {
    Cli result =
        Cli.done(
            with(
                "explain",
                "The patrol was reckless.",
                "--model",
                "other",
                "--previous",
                "Who spoke?",
                "--next",
                " ",
                "--neighbours",
                0));
    assertTrue(result.out().contains("\n  … Who spoke?\n"), result.out());
    assertTrue(result.out().contains("−−reckless"), result.out());
    assertTrue(result.out().contains("\n  occlusion: "), result.out());
  }

  @Test
  void errorsAreAnalysedOnRequest() throws IOException {
    Path out = folder.resolve("report");
    Cli result =
        Cli.done(
            with(
                "evaluate",
                "other",
                "--data",
                data,
                "--suite",
                "none",
                "--errors",
                "--neighbours",
                0,
                "--out",
                out));
    assertTrue(
        result.out().contains(" of 3 sentences (") && result.out().contains("\n## Errors\n"),
        result.out());
    assertTrue(result.out().contains("\n### Most confident errors\n"), result.out());
    assertTrue(result.out().contains("No neighbours were looked for."), result.out());
    assertEquals(
        List.of("evaluation.json", "report.csv", "report.html", "report.md"), Cli.tree(out));
    Cli json =
        Cli.done(
            with(
                "evaluate",
                "other",
                "--data",
                data,
                "--suite",
                "none",
                "--errors=1",
                "--neighbours",
                0,
                "--json"));
    JsonNode errors = new ObjectMapper().readTree(json.out()).get("errors");
    assertEquals(3, errors.get("n").asInt());
    assertEquals(1, errors.get("confident").size());
    assertEquals("occlusion", errors.get("method").asText());
  }

  private static String withoutSpeed(Cli result) {
    return result.out().replaceAll("\\| sentences a second.*\n", "");
  }

  @Test
  void aComparisonTellsWhichWordsMoved() {
    Cli result = Cli.done(with("compare", "tiny", "other", "--data", data));
    assertTrue(
        result.out().contains("Words that moved: pull towards the gold stance"), result.out());
    Cli none = Cli.done(with("compare", "tiny", "other", "--data", data, "--words", 0));
    assertFalse(none.out().contains("Words that moved"), none.out());
    Cli again = Cli.done(with("compare", "tiny", "other", "--data", data));
    assertTrue(result.out().contains("| sentences a second, in this run | "), result.out());
    assertEquals(withoutSpeed(result), withoutSpeed(again));
  }

  @Test
  void faultsAreToldInOneLine() {
    assertTrue(Cli.misuse(with("explain", " ")).startsWith("SENTENCE is blank; give it in quotes"));
    assertTrue(
        Cli.misuse(with("explain", "A b.", "--neighbours", "-1"))
            .startsWith("--neighbours -1 is no number of sentences; give 0 or more"));
    assertTrue(
        Cli.misuse(with("explain", "A b.", "--target", "tea", "--model", "tiny"))
            .startsWith("--target changes nothing: model tiny@1 takes no account of a target"));
    assertTrue(
        Cli.misuse(with("evaluate", "tiny", "--data", data, "--training", data))
            .startsWith("--training goes with --errors; add --errors or leave it out"));
    assertTrue(
        Cli.misuse(with("evaluate", "tiny", "--data", data, "--errors", 0))
            .startsWith("--errors must be at least 1, got 0"));
    assertTrue(
        Cli.misuse(with("compare", "tiny", "other", "--data", data, "--words", "-1"))
            .startsWith("--words -1 is no number of sentences; give 0 or more"));
    assertEquals(
        "test holds none of the 12 texts that tiny@1 learnt from; name its training data with"
            + " --training, or leave neighbours out with --neighbours 0",
        Cli.failure(with("explain", "A b.", "--model", "tiny", "--training", data)));
  }
}
