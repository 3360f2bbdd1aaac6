package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;

class RecipeCommandTest {
  @TempDir Path folder;

  @Test
  void listNamesEveryShippedRecipeWithALine() {
    String out = Cli.done("recipe", "list").out();
    assertEquals(Recipes.SHIPPED.size(), out.lines().count());
    assertTrue(out.contains("[default]"), out);
  }

  @Test
  void showPrintsTheFileAndFullNamesEveryValue() {
    assertEquals(Recipes.source(Recipes.NGRAMS), Cli.done("recipe", "show", Recipes.NGRAMS).out());
    String full = Cli.done("recipe", "show", "--full", Recipes.NGRAMS).out();
    assertTrue(full.contains("\nseed: 17\n"), full);
  }

  @Test
  void initWritesAFileThatValidatesAndIsNeverOverwritten() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Cli.done("recipe", "init", file, "--from", "embedding-svm");
    String text = Files.readString(file);
    assertTrue(text.startsWith("name: mine  # "), text);
    assertTrue(text.contains("gamma: 1.0  # width of the kernel"), text);
    assertTrue(
        Cli.done("recipe", "validate", file)
            .out()
            .contains("valid; trains mine: rbf-svm on embedding"));
    Cli again = Cli.run("recipe", "init", file);
    assertEquals(2, again.code());
    assertEquals(text, Files.readString(file));
  }

  @Test
  void initKeepsTheNameWhereTheFileHasNoneForAModelAndThePathsWhereverItStands()
      throws IOException {
    Path from =
        Files.writeString(
            folder.resolve("from.yaml"),
            Recipes.source(Recipes.NGRAMS).replace("name: ngram-linear", "name: words")
                + "data:\n  train: [data.csv]\n");
    Path file = Files.createDirectory(folder.resolve("sub")).resolve("my recipe.yaml");
    Cli.done("recipe", "init", file, "--from", from);
    Recipe recipe = Recipes.load(file.toString());
    assertEquals("words", recipe.name());
    assertEquals(List.of(folder.resolve("data.csv")), recipe.data().orElseThrow().train());
  }

  @Test
  void validateNamesTheFaultAndFails() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, Recipes.source(Recipes.NGRAMS).replace("wordMax", "wordMx"));
    assertTrue(
        Cli.failure("recipe", "validate", file)
            .contains("unknown key 'wordMx'; did you mean 'wordMax'?"));
  }

  @Test
  void keysExplainsWhatARecipeMayHold() {
    String out = Cli.done("recipe", "keys").out();
    assertTrue(out.contains("classifier: type: rbf-svm"), out);
    assertTrue(out.contains("calibrationFolds"), out);
  }
}
