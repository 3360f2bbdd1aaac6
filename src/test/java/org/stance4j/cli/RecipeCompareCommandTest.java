package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelRef;
import org.stance4j.store.ModelStoreException;

class RecipeCompareCommandTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void prepare() throws IOException {
    List<String> rows = new ArrayList<>(List.of("id,text,label,group,split"));
    for (String row : SampleSentences.rows(1)) {
      String group = row.substring(row.lastIndexOf(',') + 1);
      rows.add(
          row
              + switch (group) {
                case "g9", "g10" -> ",validation";
                case "g11" -> ",test";
                default -> ",train";
              });
    }
    data = Files.writeString(folder.resolve("data.csv"), String.join("\n", rows) + "\n");
  }

  @Test
  void recipesAreComparedOnTheValidationSplitAndTheTestSplitIsLeftAlone() throws IOException {
    Path out = folder.resolve("out");
    Cli result =
        Cli.done("recipe", "compare", "majority", "ngram-linear", "--data", data, "--out", out);
    assertTrue(
        result.out().startsWith("Of 2 recipes ngram-linear has the highest macro-F1 on the"),
        result.out());
    assertTrue(result.out().contains("\n  ngram-linear (best) "), result.out());
    assertTrue(result.out().contains("\n  majority "), result.out());
    assertTrue(result.err().startsWith("[1/4] majority: training\n"), result.err());
    assertTrue(result.err().endsWith("Report: " + out.resolve("report.html") + "\n"));
    assertEquals(List.of("recipes.json", "report.html", "report.md"), Cli.tree(out));
    JsonNode report = new ObjectMapper().readTree(out.resolve("recipes.json").toFile());
    assertEquals("ngram-linear", report.get("best").asText());
    assertEquals("data, train split", report.at("/data/0/name").asText());
    assertEquals(45, report.at("/data/0/n").asInt());
    assertEquals(10, report.at("/data/1/n").asInt());
    assertEquals(2, report.get("data").size());
  }

  @Test
  void aModelForEachTargetIsLeftOutWhereNoneIsNamed() throws IOException {
    TrainValidation none = TrainValidation.read(List.of(data), new DataOptions());
    assertFalse(none.namesTargets());
    List<String> rows = new ArrayList<>(Files.readAllLines(data));
    rows.replaceAll(row -> row + (row.startsWith("id,") ? ",target" : ",tea"));
    Files.writeString(data, String.join("\n", rows) + "\n");
    assertTrue(TrainValidation.read(List.of(data), new DataOptions()).namesTargets());
    rows.set(1, rows.get(1).replaceFirst(",tea$", ","));
    Files.writeString(data, String.join("\n", rows) + "\n");
    assertFalse(TrainValidation.read(List.of(data), new DataOptions()).namesTargets());
    List<Recipe> shipped = Recipes.SHIPPED.stream().map(Recipes::load).toList();
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said, true);
    Set<String> slow = Set.of("finetune-fast", "finetune-best", "tuned-ensemble");
    List<Recipe> quick = shipped.stream().filter(recipe -> !slow.contains(recipe.name())).toList();
    String left =
        "Left out, since they take long unless named: finetune-fast, finetune-best, tuned-ensemble.";
    assertEquals(quick, RecipeCompareCommand.comparable(shipped, true, err));
    assertEquals(left, said.toString().strip());
    assertEquals(
        quick.stream().filter(recipe -> !recipe.name().equals("per-target")).toList(),
        RecipeCompareCommand.comparable(quick, false, err));
    assertEquals(
        left + "\nLeft out, since not every sentence names a target: per-target.",
        said.toString().strip());
  }

  @Test
  void withoutAFolderNoReportIsWrittenForOnesOwnData() throws IOException {
    Cli result = Cli.done("recipe", "compare", "majority", "--data", data);
    assertEquals(List.of("data.csv"), Cli.tree(folder));
    assertTrue(!result.err().contains("Report: "), result.err());
  }

  @Test
  void theFolderOfTheReportIsNoModel() {
    Path models = folder.resolve("models");
    Cli.done(
        "recipe",
        "compare",
        "majority",
        "--data",
        data,
        "--out",
        models.resolve(RecipeCompareCommand.FOLDER));
    assertThrows(ModelStoreException.class, () -> new ModelRef(RecipeCompareCommand.FOLDER, 1));
    assertTrue(Cli.done("models", "list", "--models", models).out().startsWith("No models in "));
    assertTrue(
        Cli.failure("models", "show", RecipeCompareCommand.FOLDER, "--models", models)
            .startsWith("unknown model '_recipes'; there are no models in "));
  }

  @Test
  void aRecipeThatFailsGivesExitCode1AfterTheOthers() throws IOException {
    Path failing = folder.resolve("failing.yaml");
    Files.writeString(
        failing,
        Recipes.source("ngram-linear")
            .replace("name: ngram-linear", "name: failing")
            .replace("minDocuments: 2", "targetCopies: true"));
    Cli result = Cli.run("recipe", "compare", failing, "majority", "--data", data);
    assertEquals(1, result.code(), result.err());
    assertTrue(result.out().contains("\n  majority (best) "), result.out());
    assertTrue(
        result.err().contains("\nstance: recipe failing failed: targetCopies is on"), result.err());
  }

  @Test
  void wrongInputIsToldBeforeTheWork() throws IOException {
    assertTrue(
        Cli.failure("recipe", "compare", "ngram-liner", "--data", data)
            .contains("did you mean 'ngram-linear'"));
    assertTrue(
        Cli.failure("recipe", "compare", "majority", "majority", "--data", data)
            .contains("recipes must be one or more with different names"));
    assertTrue(
        Cli.failure("recipe", "compare", "majority", "--data", data, "--out", data)
            .endsWith("is a file, not a folder; choose another with --out"));
    Path unsplit = SampleSentences.csv(folder.resolve("unsplit.csv"), 1);
    assertTrue(
        Cli.failure("recipe", "compare", "majority", "--data", unsplit)
            .startsWith("unsplit has no validation split; "));
  }
}
