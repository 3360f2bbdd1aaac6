package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.stance4j.pipeline.TinyModel;

class BehaviourCommandTest {
  private static final String HEADER = "id,capability,kind,text,edit,expected,tolerance\n";

  @TempDir static Path folder;
  private static Path models;
  private static Path suite;

  @BeforeAll
  static void prepare() throws IOException {
    models = folder.resolve("models");
    TinyModel.publish(models);
    suite =
        Files.writeString(
            folder.resolve("mine.csv"),
            HEADER
                + "1,sides,MFT,"
                + TinyModel.PRO
                + ",,pro,\n2,sides,MFT,"
                + TinyModel.ANTI
                + ",,neutral,\n3,edits,INV,"
                + TinyModel.PRO
                + ","
                + TinyModel.ANTI
                + ",same,\n");
  }

  private static Object[] behaviour(Object... more) {
    return Stream.concat(Stream.of("behaviour", "default", "--models", models), Stream.of(more))
        .toArray();
  }

  @Test
  void aSuiteOfOnesOwnIsRunAndItsFailuresAreShown() {
    Cli result = Cli.done(behaviour("--suite", suite, "--failures", 5));
    assertTrue(result.out().startsWith("tiny@1 in the suite mine\n"), result.out());
    assertTrue(
        result.out().contains("\nsides                      MFT       2         1   50.0\u00a0%"),
        result.out());
    assertTrue(
        result.out().contains("\n  3: expected the same stance; said pro, then anti\n"),
        result.out());
    assertEquals("", result.err());
    assertEquals(result, Cli.done(behaviour("--suite", suite, "--failures", 5)));
  }

  @Test
  void theShippedSuiteIsTheUsualOne() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Cli.done(behaviour("--json")).out());
    assertEquals("nato-asia", json.get("suite").asText());
    assertTrue(json.at("/all/tests").asInt() >= 600);
    assertTrue(json.get("capabilities").size() >= 25);
  }

  @Test
  void threeReportsAreWritten() throws IOException {
    Path out = folder.resolve("report");
    Cli result = Cli.done(behaviour("--suite", suite, "--out", out));
    assertEquals("Report: " + out.resolve("report.html") + "\n", result.err());
    assertEquals(List.of("behaviour.json", "report.html", "report.md"), Cli.tree(out));
  }

  @Test
  void faultsAreToldInOneLine() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), HEADER + "1,x,MFT,T,,yes,\n");
    assertEquals(
        "wrong.csv, line 2, column expected: \"yes\" is no stance; MFT allows pro, anti and"
            + " neutral",
        Cli.failure(behaviour("--suite", wrong)));
    Path none = folder.resolve("none.csv");
    assertEquals(
        "no such file: " + none + "; check the path", Cli.failure(behaviour("--suite", none)));
    assertTrue(Cli.failure("behaviour", "nosuch", "--models", models).startsWith("unknown model"));
    assertEquals(
        "--failures -1 is no number of tests; give 0 or more; see 'stance behaviour --help'",
        Cli.misuse(behaviour("--failures", "-1")));
    assertTrue(Cli.misuse("behaviour").startsWith("Missing required parameter: 'MODEL'"));
  }
}
