package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;
import org.stance4j.report.DataRow;
import org.stance4j.report.FailedRecipe;
import org.stance4j.report.JsonRenderer;
import org.stance4j.report.RecipeEntry;
import org.stance4j.report.RecipesReport;

class RecipeStudyTest {
  /** None of the sentences names a target. */
  private static final String FAILING =
      """
      name: failing
      description: Learns from targets that there are not.
      features:
        type: ngrams
        targetCopies: true
      classifier:
        type: linear
      """;

  private static final String CALIBRATED =
      """
      name: calibrated
      description: Words alone.
      features:
        type: ngrams
        wordMax: 1
      classifier:
        type: linear
      calibration:
        method: temperature
      """;

  @TempDir Path folder;
  private Dataset training;
  private Dataset validation;

  @BeforeEach
  void prepare() throws IOException {
    training = SampleSentences.dataset(folder, 1).named("sample, train split");
    validation = SampleSentences.dataset(folder, 2).named("sample, validation split");
  }

  private static List<Recipe> recipes(String... names) {
    List<Recipe> recipes = new ArrayList<>();
    for (String name : names) {
      recipes.add(name.contains("\n") ? Recipes.parse(name, "test.yaml") : Recipes.load(name));
    }
    return recipes;
  }

  private RecipesReport run(String... names) {
    return new RecipeStudy(recipes(names), training, validation, null)
        .run(null, (step, done, steps) -> {});
  }

  @Test
  void theBestOnTheValidationSplitComesFirst() {
    RecipesReport report = run("majority", "ngram-linear");
    assertEquals(
        List.of("ngram-linear", "majority"),
        report.recipes().stream().map(RecipeEntry::name).toList());
    assertEquals(
        List.of("sample, train split", "sample, validation split"),
        report.data().stream().map(DataRow::name).toList());
    RecipeEntry best = report.recipes().get(0);
    assertEquals(60, best.validation().n());
    assertTrue(best.validation().macroF1() > 0.9, best.toString());
    // the sentences of a stance are a third: F1 of one class 0.5, of the others 0
    assertEquals(0.5 / 3, report.recipes().get(1).validation().macroF1(), 1e-9);
    assertNull(best.documents());
    assertFalse(report.hasDocuments());
    assertEquals("majority", report.differences().get(0).second());
    assertTrue(best.bytes() > report.recipes().get(1).bytes());
    assertEquals(0, best.timing().encodingSeconds());
    assertTrue(best.timing().trainingSeconds() > 0);
  }

  @Test
  void theDocumentsAreMeasuredOnAndChooseNothing() throws IOException {
    Dataset documents = SampleSentences.dataset(folder, 3).named("documents");
    RecipesReport report =
        new RecipeStudy(recipes("majority", "ngram-linear"), training, validation, documents)
            .run(null, (step, done, steps) -> {});
    assertTrue(report.hasDocuments());
    assertEquals("documents", report.data().get(2).name());
    assertNotNull(report.recipes().get(1).documents());
    assertEquals(
        run("majority", "ngram-linear").recipes().get(0).validation(),
        report.recipes().get(0).validation());
  }

  @Test
  void aRecipeThatFailsIsToldAndTheOthersGoOn() {
    RecipesReport report = run(FAILING, "majority");
    assertEquals(List.of("majority"), report.recipes().stream().map(RecipeEntry::name).toList());
    assertEquals(List.of("failing"), report.failed().stream().map(FailedRecipe::name).toList());
    assertTrue(
        report.failed().get(0).reason().contains("targetCopies is on"), report.failed().toString());
    assertEquals(List.of(), report.differences());
    assertEquals(
        List.of("No recipe could be trained.", "Failed: failing."), run(FAILING).summary());
  }

  @Test
  void aFailureInAThreadOfItsOwnIsToldInTheSameWords() {
    assertEquals(run(FAILING).failed(), run(FAILING + "threads: 1\n").failed());
  }

  @Test
  void aCalibratedRecipeShowsWhatItsCalibrationChanged() {
    RecipesReport report = run(CALIBRATED, "majority");
    assertNotNull(report.recipes().get(0).validation().beforeCalibration());
    assertNull(report.recipes().get(1).validation().beforeCalibration());
  }

  @Test
  void theSameStudyGivesTheSameButForTheTimes() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<ObjectNode> nodes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      nodes.add(
          (ObjectNode) mapper.readTree(new JsonRenderer().render(run("majority", CALIBRATED))));
      nodes.get(i).remove("measured");
    }
    assertEquals(nodes.get(0), nodes.get(1));
  }

  @Test
  void everyStepIsTold() {
    List<String> steps = new ArrayList<>();
    new RecipeStudy(recipes(FAILING, "majority"), training, validation, null)
        .run(null, (step, done, all) -> steps.add(done + "/" + all + " " + step));
    assertEquals(
        List.of("0/4 failing: training", "2/4 majority: training", "3/4 majority: speed"), steps);
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeTheWork() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> run("majority", "majority"))
            .getMessage()
            .contains("different names, got [majority, majority]"));
    Dataset empty = new Dataset("empty", List.of());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecipeStudy(recipes("majority"), empty, validation, null))
            .getMessage()
            .startsWith("dataset empty is empty"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecipeStudy(recipes("majority"), training, validation, empty))
            .getMessage()
            .contains("dataset empty is empty; there is nothing to measure on"));
  }
}
