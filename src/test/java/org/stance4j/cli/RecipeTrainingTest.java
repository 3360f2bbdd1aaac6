package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;

/** Recipes that name their data, targets, ensembles and calibration, through the command line. */
class RecipeTrainingTest {
  private static final String RECIPE =
      """
      name: mine
      description: For the tests.
      perTarget: true
      data:
        train: [data.csv]
      ensemble:
        combine: soft-vote
        members:
        - features: {type: ngrams, wordMax: 1, charMax: 0}
          classifier: {type: linear}
        - features: {type: ngrams, wordMax: 2, charMax: 0}
          classifier: {type: linear, cost: 10}
      calibration: {method: temperature, folds: 2}
      folds: 2
      threads: 1
      """;

  @TempDir Path folder;

  /** The same sentences towards two targets. */
  private Path recipe() throws IOException {
    StringBuilder csv = new StringBuilder("id,text,label,group,target\n");
    List<String> rows = SampleSentences.rows(1);
    for (int row = 0; row < rows.size(); row++) {
      csv.append(rows.get(row)).append(row < rows.size() / 2 ? ",tea" : ",coffee").append('\n');
    }
    Files.writeString(folder.resolve("data.csv"), csv.toString());
    return Files.writeString(folder.resolve("mine.yaml"), RECIPE);
  }

  @Test
  void theStoredRecipeMakesTheModelAgainByteForByteWhereverItIsCalledFrom() throws IOException {
    Path models = folder.resolve("models");
    Cli.done("train", "--recipe", recipe(), "--models", models);
    Path first = models.resolve("mine").resolve("1");
    String stored = Files.readString(first.resolve("recipe.yaml"));
    assertTrue(stored.contains("train: [../../../data.csv]"), stored);
    Cli.done("train", "--recipe", first.resolve("recipe.yaml"), "--models", models);
    Path second = models.resolve("mine").resolve("2");
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("manifest.json") && !name.equals("provenance.json")) {
          assertArrayEquals(
              Files.readAllBytes(file), Files.readAllBytes(second.resolve(name)), name);
        }
      }
    }
    String evaluation = Files.readString(first.resolve("evaluation.json"));
    assertTrue(evaluation.contains("\"beforeCalibration\""), "calibrated figures have a before");
  }

  @Test
  void optionsOfDataAreNoUseWhereTheRecipeNamesItsData() throws IOException {
    Path recipe = recipe();
    for (String option : List.of("--documents", "--text-column", "--label-column", "--labels")) {
      for (String command : List.of("train", "tune")) {
        String said = Cli.misuse(command, "--recipe", recipe, option, folder);
        assertTrue(
            said.startsWith(
                option
                    + " goes with --data, and here the recipe names its data; name the data with"),
            said);
      }
    }
  }

  @Test
  void aRecipeThatTakesABaselinesNameIsRefused() throws IOException {
    Path mine =
        Files.writeString(
            folder.resolve("named.yaml"),
            Files.readString(recipe()).replace("name: mine", "name: ngram-linear"));
    assertTrue(
        Cli.run("train", "--recipe", mine, "--models", folder.resolve("m"))
            .err()
            .contains(
                "recipe 'ngram-linear' trains another model than the shipped recipe of that name,"
                    + " which every model is measured against; give it another 'name'"));
  }

  @Test
  void anotherSeedIsKeptInTheStoredRecipe() throws IOException {
    Path models = folder.resolve("models");
    Cli.done("train", "--recipe", recipe(), "--models", models, "--seed", "5");
    assertTrue(Files.readString(models.resolve("mine/1/recipe.yaml")).contains("\nseed: 5\n"));
  }

  @Test
  void aModelOfSeveralTargetsIsToldTheTarget() throws IOException {
    Path models = folder.resolve("models");
    Cli.done("train", "--recipe", recipe(), "--models", models);
    Path table =
        Files.writeString(
            folder.resolve("new.csv"), "text,target\nThe visit is over.,tea\nIt is late.,coffee\n");
    assertEquals(
        3,
        Cli.done("classify", table, "--models", models, "--model", "mine").out().lines().count());
    Path article = Files.writeString(folder.resolve("a.txt"), "The visit is over. It is late.\n");
    assertTrue(
        Cli.failure("classify", article, "--models", models, "--model", "mine")
            .contains(
                "articles name no target; this model was trained on coffee, tea; give one of these"
                    + " with --target"));
    Cli.done("classify", article, "--models", models, "--model", "mine", "--target", "tea");
    assertTrue(
        Cli.failure("classify", article, "--models", models, "--model", "mine", "--target", "milk")
            .contains("unknown target 'milk'"));
  }

  @Test
  void aTargetThatTheModelDoesNotKnowIsToldBeforeAnythingIsWritten() throws IOException {
    Path models = folder.resolve("models");
    Cli.done("train", "--recipe", recipe(), "--models", models);
    Path table =
        Files.writeString(
            folder.resolve("new.csv"), "text,TARGET\nThe visit is over.,tea\nIt is late.,milk\n");
    Cli unknown = Cli.run("classify", table, "--models", models, "--model", "mine");
    assertEquals(1, unknown.code());
    assertEquals("", unknown.out());
    assertEquals(
        "stance: new.csv, line 3, column target: \"milk\" is a target that this model does not know;"
            + " it was trained on coffee, tea; correct the row or remove it\n",
        unknown.err());
    Files.writeString(table, "text,Target\nThe visit is over.,tea\nIt is late.,\u00a0\n");
    assertTrue(
        Cli.failure("classify", table, "--models", models, "--model", "mine")
            .startsWith("new.csv, line 3, column target: "));
    Cli.done("classify", table, "--models", models, "--model", "mine", "--target", " coffee");
    Files.writeString(table, "text,aim\nThe visit is over.,tea\n");
    assertTrue(
        Cli.failure("classify", table, "--models", models, "--model", "mine")
            .endsWith(
                "no such column; the file has text, aim; add one that holds coffee, tea, or give one"
                    + " with --target"));
    Path article = Files.writeString(folder.resolve("a.txt"), "The visit is over.\n");
    assertEquals("", Cli.run("classify", article, "--models", models, "--model", "mine").out());
  }

  @Test
  void recipesOfDifferentDataAreNotTrainedTogether() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            Files.readString(recipe())
                .replace("name: mine", "name: other")
                .replace("data.csv", "b.csv"));
    assertTrue(
        Cli.failure(
                "train", "--recipe", recipe(), "--recipe", other, "--models", folder.resolve("m"))
            .contains("[mine, other] name different data; train them one by one"));
  }
}
