package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.provenance.Sha256;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelRef;

/** Train, evaluate, compare and models, on two models that are trained once. */
class TrainAndUseTest {
  private static final String RECIPE =
      """
      name: words-only
      description: Words and no letters, for the tests.
      features:
        type: ngrams
        wordMax: 1
      classifier:
        type: linear
        cost: 1.0
      """;

  @TempDir static Path folder;
  private static Path models;
  private static Path training;
  private static Path fresh;
  private static Cli first;
  private static Cli second;

  @BeforeAll
  static void train() throws IOException {
    models = folder.resolve("models");
    training = SampleSentences.csv(folder.resolve("training.csv"), 1);
    fresh = SampleSentences.csv(folder.resolve("fresh.csv"), 2);
    Path recipe = Files.writeString(folder.resolve("words.yaml"), RECIPE);
    first = Cli.done("train", "--recipe", "ngram-linear", "--data", training, "--models", models);
    second = Cli.done("train", "--recipe", recipe, "--data", training, "--models", models);
  }

  @Test
  void trainingPrintsItsDataTheFiguresTheBestAndTheReport() {
    List<String> lines = first.out().lines().toList();
    assertEquals(
        "Training data training: 60 sentences in 12 groups, the largest with 8 % of them.",
        lines.get(0));
    assertTrue(first.out().contains("  majority (baseline) "), first.out());
    assertTrue(first.out().contains("  ngram-linear@1 "), first.out());
    assertTrue(first.out().contains("Best by cross-validation: ngram-linear@1\n"), first.out());
    assertTrue(first.out().contains("Default model: ngram-linear@1\n"), first.out());
    Path report = models.resolve("ngram-linear").resolve("1").resolve("report.html");
    assertEquals("Report: " + report, lines.get(lines.size() - 1));
    assertTrue(Files.isRegularFile(report));
    assertEquals("[1/12] majority: fold 1 of 5", first.err().lines().findFirst().orElseThrow());
  }

  @Test
  void aDefaultIsReplacedByTheVersionAfterItAloneAndNotByRecipesThatAreNamed() {
    List<Recipe> trained = Recipes.DEFAULTS.stream().map(Recipes::load).toList();
    Optional<ModelRef> none = Optional.empty();
    Optional<ModelRef> one = Optional.of(new ModelRef("ensemble", 1));
    Optional<ModelRef> other = Optional.of(new ModelRef("tuned-ensemble", 1));
    assertTrue(TrainCommand.choosesDefault(false, trained, none));
    assertTrue(TrainCommand.choosesDefault(true, trained, none));
    assertTrue(TrainCommand.choosesDefault(false, trained, one));
    assertFalse(TrainCommand.choosesDefault(true, trained, one));
    assertFalse(TrainCommand.choosesDefault(false, trained, other));
  }

  @Test
  void theDefaultIsSetByNameOrByVersion() throws IOException {
    Path store = folder.resolve("chosen");
    Cli.done("train", "--recipe", "ngram-linear", "--data", training, "--models", store);
    Cli.done("train", "--recipe", "ngram-linear", "--data", training, "--models", store);
    assertEquals("ngram-linear@1\n", Files.readString(store.resolve("default")));
    assertEquals(
        "Default model: ngram-linear@2\n",
        Cli.done("models", "default", "ngram-linear", "--models", store).out());
    assertEquals("ngram-linear@2\n", Files.readString(store.resolve("default")));
    Cli.done("models", "default", "ngram-linear@1", "--models", store);
    assertEquals("ngram-linear@1\n", Files.readString(store.resolve("default")));
    String message = Cli.failure("models", "default", "ngram-linear@3", "--models", store);
    assertTrue(message.contains("ngram-linear@3"), message);
    assertEquals("ngram-linear@1\n", Files.readString(store.resolve("default")));
  }

  /** The rows, the last two groups of which are kept for testing. */
  private static Path splitData(String file) throws IOException {
    List<String> rows = new ArrayList<>(List.of("id,text,label,group,split"));
    for (String row : SampleSentences.rows(3)) {
      boolean test = row.endsWith(",g10") || row.endsWith(",g11");
      rows.add(row + (test ? ",test" : ",train"));
    }
    return Files.writeString(folder.resolve(file), String.join("\n", rows) + "\n");
  }

  @Test
  void rowsOfTheTestSplitAreMeasuredOnAndNotLearntFrom() throws IOException {
    Path data = splitData("split.csv");
    Path store = folder.resolve("split-models");
    Cli trained = Cli.done("train", "--recipe", "ngram-linear", "--data", data, "--models", store);
    assertTrue(
        trained.out().startsWith("Training data split: 50 sentences in 10 groups, "),
        trained.out());
    assertTrue(
        trained.out().contains("Held out, the test split: 10 sentences in 2 groups.\n"),
        trained.out());
    assertTrue(
        Files.isRegularFile(
            store.resolve("ngram-linear").resolve("1").resolve("evaluation-test.json")));
    Cli tested =
        Cli.done(
            "evaluate", "default", "--models", store, "--data", data, "--split", "test", "--json");
    JsonNode evaluation = new ObjectMapper().readTree(tested.out());
    assertEquals(10, evaluation.get("n").asInt());
    assertEquals("split, test split", evaluation.get("data").asText());
    assertEquals("", tested.err(), "no sentence of it was seen in training");
  }

  @Test
  void aSplitThatThereIsNotIsAUsageErrorAndAnEmptyOneAFailure() throws IOException {
    Path data = splitData("parts.csv");
    Cli wrong =
        Cli.run("evaluate", "default", "--models", models, "--data", data, "--split", "later");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'later' is no split; allowed are train, "), wrong.err());
    Cli empty =
        Cli.run("evaluate", "default", "--models", models, "--data", data, "--split", "dev");
    assertEquals(1, empty.code());
    assertTrue(empty.err().contains("parts holds no row of the split validation; "), empty.err());
  }

  @Test
  void aTargetForAModelThatTakesNoAccountOfItIsAUsageError() throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "The visit is over.\n");
    assertTrue(
        Cli.misuse(
                "classify", article, "--models", models, "--model", "words-only", "--target", "tea")
            .startsWith(
                "--target changes nothing: model words-only@1 takes no account of a target;"));
  }

  @Test
  void aFurtherRecipeDoesNotBecomeTheDefault() throws IOException {
    assertTrue(second.out().contains("  ngram-linear (baseline) "), second.out());
    assertTrue(second.out().contains("Best by cross-validation: words-only@1\n"), second.out());
    assertTrue(second.out().contains("Default model: ngram-linear@1\n"), second.out());
    assertEquals("ngram-linear@1\n", Files.readString(models.resolve("default")));
  }

  @Test
  void theManifestListsEveryFileWithItsHash() throws IOException {
    Path version = models.resolve("words-only").resolve("1");
    JsonNode files =
        new ObjectMapper()
            .readTree(Files.readString(version.resolve("manifest.json")))
            .get("files");
    try (Stream<Path> paths = Files.list(version)) {
      for (Path path : paths.toList()) {
        String name = path.getFileName().toString();
        if (!name.equals("manifest.json")) {
          assertEquals(
              Sha256.ofBytes(Files.readAllBytes(path)), files.path(name).path("sha256").asText());
          assertEquals(Files.size(path), files.path(name).path("bytes").asLong());
        }
      }
    }
    assertEquals(11, files.size());
    String stored = Files.readString(version.resolve("recipe.yaml"));
    assertTrue(stored.startsWith("name: words-only\n"), stored);
    assertTrue(stored.contains("\n  train: ["), "it names the data that it was trained on");
  }

  @Test
  void modelsListMarksTheDefault() {
    List<String> lines = Cli.done("models", "list", "--models", models).out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("* ngram-linear@1 "), lines.get(0));
    assertTrue(lines.get(1).startsWith("  words-only@1 "), lines.get(1));
  }

  @Test
  void anEmptyStoreListsNothing() {
    Path none = folder.resolve("none");
    for (String command : List.of("list", "verify")) {
      assertEquals(
          "No models in " + none + "; 'stance train' makes some.\n",
          Cli.done("models", command, "--models", none).out());
    }
  }

  @Test
  void modelsShowTakesEveryWayToNameAModel() {
    Path version = models.resolve("words-only").resolve("1");
    String shown = Cli.done("models", "show", "words-only", "--models", models).out();
    assertTrue(shown.startsWith("words-only@1  (" + version + ")\n"), shown);
    assertTrue(shown.contains("data sentences               60\n"), shown);
    assertEquals(shown, Cli.done("models", "show", "words-only@1", "--models", models).out());
    assertEquals(shown, Cli.done("models", "show", version).out());
    assertTrue(
        Cli.done("models", "show", "--models", models).out().startsWith("ngram-linear@1  ("));
  }

  @Test
  void modelsVerifyChecksAllOrThoseNamed() {
    assertEquals(
        "ngram-linear@1 ok\nwords-only@1 ok\n",
        Cli.done("models", "verify", "--models", models).out());
    assertEquals(
        "words-only@1 ok\n", Cli.done("models", "verify", "words-only", "--models", models).out());
  }

  @Test
  void aDamagedFileIsFoundAndTheOtherModelsAreStillChecked() throws IOException {
    Path copy = folder.resolve("damaged");
    for (String file : Cli.tree(models)) {
      Path target = copy.resolve(file);
      Files.createDirectories(target.getParent());
      if (Files.isRegularFile(models.resolve(file))) {
        Files.copy(models.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path weights = copy.resolve("ngram-linear").resolve("1").resolve("classifier.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 7] ^= 1;
    Files.write(weights, bytes);
    Cli verified = Cli.run("models", "verify", "--models", copy);
    assertEquals(1, verified.code());
    assertEquals("words-only@1 ok\n", verified.out());
    String message =
        "model ngram-linear@1 is damaged: "
            + weights
            + " does not have the SHA-256 of the manifest; restore the folder or train it again";
    assertEquals("stance: " + message + "\n", verified.err());
    assertEquals(message, Cli.failure("evaluate", "default", "--data", fresh, "--models", copy));
    Files.write(weights, new byte[3]);
    assertTrue(
        Cli.failure("models", "show", "default", "--models", copy)
            .contains(" has 3 bytes, the manifest says " + bytes.length + ";"));
    Files.writeString(weights.resolveSibling("manifest.json"), "{\"formatVersion\": 1, ");
    assertTrue(Cli.failure("models", "list", "--models", copy).contains("damaged manifest"));
  }

  @Test
  void evaluateJsonIsOneObjectWithTheKeysOfTheContract() throws IOException {
    Cli result = Cli.done("evaluate", "default", "--data", fresh, "--models", models, "--json");
    JsonNode json = new ObjectMapper().readTree(result.out());
    for (String key : List.of("n", "accuracy", "macroF1", "fAvg", "mcc", "perClass", "confusion")) {
      assertTrue(json.has(key), key);
    }
    assertEquals(60, json.get("n").asInt());
    assertEquals("ngram-linear@1", json.get("model").asText());
    assertTrue(json.get("macroF1").asDouble() > 0.9, result.out());
    assertEquals(20, json.at("/perClass/anti/support").asInt());
    int right = 0;
    for (int i = 0; i < 3; i++) {
      right += json.at("/confusion/counts/" + i + "/" + i).asInt();
    }
    assertEquals(json.get("accuracy").asDouble(), right / 60.0, 1e-6);
    assertEquals("", result.err());
  }

  @Test
  void evaluateRunsABehaviouralSuiteUnlessToldNotTo() throws IOException {
    Object[] plain = {"evaluate", "default", "--data", fresh, "--models", models, "--json"};
    JsonNode shipped = new ObjectMapper().readTree(Cli.done(plain).out()).get("behaviour");
    assertEquals("nato-asia", shipped.get("suite").asText());
    Path suite =
        Files.writeString(
            folder.resolve("one.csv"),
            "id,capability,kind,text,edit,expected,tolerance\n1,x,INV,A.,B.,same,\n");
    JsonNode own = new ObjectMapper().readTree(Cli.done(with(plain, suite)).out());
    assertEquals(1, own.at("/behaviour/all/tests").asInt());
    assertFalse(Cli.done(with(plain, "none")).out().contains("behaviour"));
    assertEquals(
        "no such file: missing.csv; check the path", Cli.failure(with(plain, "missing.csv")));
  }

  private static Object[] with(Object[] command, Object suite) {
    return Stream.concat(Stream.of(command), Stream.of("--suite", suite)).toArray();
  }

  @Test
  void sentencesSeenInTrainingAreWarnedOf() {
    Cli result = Cli.done("evaluate", "default", "--data", training, "--models", models, "--json");
    assertEquals(
        "Warning: ngram-linear@1 was trained on 60 of these 60 sentences; its figures say nothing"
            + " about new text.\n",
        result.err());
    assertFalse(result.out().contains("Warning"), "standard output stays JSON");
  }

  @Test
  void evaluateWritesFourReportsAndNothingElse() throws IOException {
    Path out = folder.resolve("reports").resolve("deep");
    for (int i = 0; i < 2; i++) { // the second time replaces the first
      Cli result =
          Cli.done("evaluate", "words-only", "--data", fresh, "--models", models, "--out", out);
      assertTrue(result.out().startsWith("# words-only@1 on fresh\n"), result.out());
      assertEquals("Report: " + out.resolve("report.html") + "\n", result.err());
      assertEquals(
          List.of("evaluation.json", "report.csv", "report.html", "report.md"), Cli.tree(out));
    }
    JsonNode json = new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
    assertEquals("0 of 60", json.at("/provenance/sentences seen in training").asText());
    assertTrue(Files.readString(out.resolve("report.html")).contains("words-only@1"));
  }

  @Test
  void theSameCommandTwicePrintsTheSame() {
    Object[] command = {"evaluate", "words-only", "--data", fresh, "--models", models};
    assertEquals(Cli.done(command), Cli.done(command));
  }

  @Test
  void compareTellsTheDifferenceAndWritesFourReports() throws IOException {
    Path out = folder.resolve("comparison");
    Cli result =
        Cli.done(
            "compare",
            "default",
            "words-only@1",
            "--data",
            fresh,
            "--models",
            models,
            "--out",
            out);
    assertTrue(result.out().contains("Comparison on fresh"), result.out());
    assertTrue(result.out().contains("ngram-linear@1"), result.out());
    assertTrue(result.out().contains("difference"), result.out());
    assertEquals(
        List.of("comparison.json", "report.csv", "report.html", "report.md"), Cli.tree(out));
    JsonNode json = new ObjectMapper().readTree(out.resolve("comparison.json").toFile());
    assertEquals("ngram-linear@1", json.at("/differences/0/first").asText());
    assertEquals("words-only@1", json.at("/differences/0/second").asText());
    JsonNode figure = json.at("/differences/0/metrics/macroF1");
    assertEquals(
        figure.get("second").asDouble() - figure.get("first").asDouble(),
        figure.get("difference").asDouble(),
        2e-6);
  }

  private static Object[] compare(Object... more) {
    return Stream.concat(
            Stream.of("compare", "default", "words-only", "--data", fresh, "--models", models),
            Stream.of(more))
        .toArray();
  }

  @Test
  void compareTellsWhatTheVersionsDifferIn() {
    String out = Cli.done(compare()).out();
    assertTrue(out.contains("## Versions: ngram-linear@1 and words-only@1\n"), out);
    assertTrue(out.contains("| training texts of both | 60 | 60 |\n"), out);
    assertTrue(out.contains("| recipe: features.wordMax | 2 | 1 |\n"), out);
    assertFalse(out.contains("recipe: classifier.cost"), "what they share is left out");
  }

  @Test
  void gatesDecideTheExitCode() {
    Cli passed = Cli.done(compare("--fail-if", "macroF1 < baseline - 90pt"));
    assertTrue(passed.out().contains("- Every gate passes (1 checked).\n"), passed.out());
    assertEquals("", passed.err());
    Cli failed =
        Cli.run(compare("--fail-if", "macroF1 < baseline - 90pt", "--fail-if", "bytes > 1kB"));
    assertEquals(1, failed.code());
    assertEquals(1, failed.err().lines().count(), failed.err());
    assertTrue(
        failed.err().startsWith("stance: gate 'bytes > 1kB' fails for words-only@1: "),
        failed.err());
    assertTrue(failed.out().contains("is above 1000 by "), failed.out());
    assertEquals(
        1,
        Cli.run(
                "evaluate",
                "default",
                "--data",
                fresh,
                "--models",
                models,
                "--fail-if",
                "accuracy >= 0")
            .code());
  }

  @Test
  void aGateThatCannotBeToldIsMisuse() {
    assertTrue(
        Cli.misuse(compare("--fail-if", "macroF1 is bad"))
            .contains("gate 'macroF1 is bad' cannot be read; write for instance"));
    assertTrue(
        Cli.misuse(
                "evaluate",
                "default",
                "--data",
                fresh,
                "--models",
                models,
                "--fail-if",
                "macroF1 < baseline")
            .startsWith("--fail-if 'macroF1 < baseline' takes a baseline; use stance compare"));
  }

  @Test
  void partsThatAreAskedForAreShown() {
    Cli result = Cli.done(compare("--slice", "gold = pro", "--slice", "words > 5"));
    assertTrue(result.out().contains(" | gold = pro | yes | 20 | "), result.out());
    assertEquals(
        "Note: slice 'words > 5' is not shown: every sentence has the value 'yes', so that it would"
            + " repeat the whole.\n",
        result.err());
  }

  @Test
  void aPartByAColumnThatThereIsNotFails() {
    assertTrue(
        Cli.failure(
                "evaluate",
                "default",
                "--data",
                fresh,
                "--models",
                models,
                "--slice",
                "column=nosuch")
            .startsWith(
                "slice 'column=nosuch': fresh has no column 'nosuch'; it has none besides"));
    assertTrue(
        Cli.misuse(compare("--slice", "words >"))
            .contains("slice 'words >': a value is missing at the end"));
  }

  @Test
  void versionsThatDifferInTheSeedAloneAreToldOfTogether() throws IOException {
    Path store = folder.resolve("seeds");
    for (int seed : List.of(1, 2)) {
      Path recipe = Files.writeString(folder.resolve("seed.yaml"), RECIPE + "seed: " + seed + "\n");
      Cli.done("train", "--recipe", recipe, "--data", training, "--models", store);
    }
    String out =
        Cli.done("compare", "words-only@1", "words-only@2", "--data", fresh, "--models", store)
            .out();
    assertTrue(out.contains("## Seeds\n"), out);
    assertTrue(out.contains("| words-only@1, words-only@2 | Macro-F1 | "), out);
    assertTrue(out.contains("| recipe: seed | 1 | 2 |\n"), out);
  }

  @Test
  void compareWarnsForEachModelThatSawTheSentences() {
    Cli result =
        Cli.done("compare", "default", "words-only", "--data", training, "--models", models);
    assertEquals(2, result.err().lines().filter(line -> line.startsWith("Warning: ")).count());
  }

  @Test
  void aModelNamedTwiceIsNotCompared() {
    assertEquals(
        "ngram-linear@1 is named twice; compare different versions; see 'stance compare --help'",
        Cli.misuse("compare", "default", "ngram-linear", "--data", fresh, "--models", models));
    assertEquals(
        "one MODEL is nothing to compare with; name two or more, or run stance evaluate default;"
            + " see 'stance compare --help'",
        Cli.misuse("compare", "default", "--data", fresh, "--models", models));
  }

  @Test
  void anUnknownModelIsAnsweredByTheKnownOnes() {
    for (String name : List.of("nosuch", "ngram-linear@9", "nosuch/folder")) {
      assertEquals(
          "unknown model '" + name + "'; models in " + models + ": ngram-linear@1, words-only@1",
          Cli.failure("evaluate", name, "--data", fresh, "--models", models));
    }
    Path none = folder.resolve("none");
    assertEquals(
        "unknown model 'nosuch'; there are no models in "
            + none
            + "; run 'stance train' or choose another folder with --models",
        Cli.failure("evaluate", "nosuch", "--data", fresh, "--models", none));
    assertTrue(
        Cli.failure("evaluate", "default", "--data", fresh, "--models", none)
            .startsWith("no default model in " + none + "; run 'stance train'"));
  }

  @Test
  void aReportFolderBelowAFileIsRefusedBeforeTheWork() {
    assertTrue(
        Cli.failure(
                "evaluate",
                "default",
                "--data",
                fresh,
                "--models",
                models,
                "--out",
                fresh.resolve("reports"))
            .endsWith("; choose another with --out"));
    assertEquals(
        fresh + " is a file, not a folder; choose another with --out",
        Cli.failure(
            "compare",
            "default",
            "words-only",
            "--data",
            fresh,
            "--models",
            models,
            "--out",
            fresh));
  }

  @Test
  void otherColumnsAndLabelsCanBeNamed() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.tsv"),
            "sentence\tverdict\nA welcome and praised drill.\tyes\nA reckless raid.\tno\n");
    Cli result =
        Cli.done(
            "evaluate",
            "default",
            "--data",
            other,
            "--models",
            models,
            "--json",
            "--text-column",
            "sentence",
            "--label-column",
            "verdict",
            "--labels",
            "yes=pro,no=anti");
    assertTrue(result.out().contains("\"n\": 2"), result.out());
  }
}
