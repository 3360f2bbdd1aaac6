package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;

class RecipesTest {
  private static final String NGRAMS =
      """
      name: mine
      description: One line.
      features:
        type: ngrams
        wordMax: 2
      classifier:
        type: linear
        cost: 1.5
      """;
  private static final String EMBEDDING =
      """
      name: mine
      description: One line.
      features:
        type: embedding
        encoder: e5-small-v2-int8
        layers: [8]
      classifier:
        type: rbf-svm
        cost: 4
        gamma: 0.5
      """;

  private static final String BOTH =
      """
      name: both
      description: One line.
      text:
        targetPrefix: false
      features:
        - weight: 0.5
          type: ngrams
        - type: embedding
          encoder: e5-small-v2-int8
          layers: [8]
      classifier:
        type: linear
      """;
  private static final String VOTE =
      """
      name: both
      description: One line.
      ensemble:
        combine: soft-vote
        members:
        - features:
            type: ngrams
          classifier:
            type: linear
        - features:
            type: embedding
            encoder: e5-small-v2-int8
            layers: [8, 12]
          classifier:
            type: mlp
          weight: 2
      """;

  @Test
  void everyShippedRecipeIsValidAndNamedAsItsFile() {
    for (String name : Recipes.SHIPPED) {
      Recipe recipe = Recipes.load(name);
      assertEquals(name, recipe.name());
      assertTrue(recipe.description().endsWith("."), recipe.description());
      assertTrue(Recipes.source(name).contains("name: " + name));
      assertEquals(5, recipe.folds());
      assertEquals(17, recipe.seed());
    }
    assertTrue(Recipes.SHIPPED.containsAll(Recipes.DEFAULTS));
  }

  @Test
  void everyRecipeInTheJarIsListed() throws IOException, URISyntaxException {
    Path folder = Path.of(Recipes.class.getResource("/recipes").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          Set.copyOf(Recipes.SHIPPED),
          files
              .map(file -> file.getFileName().toString().replace(".yaml", ""))
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void whatARecipeLeavesOutHasADefaultAndItsTextNamesIt() {
    Recipe words = Recipes.parse(NGRAMS, "r");
    assertEquals(
        """
        name: mine
        description: One line.
        perTarget: false
        text:
          target: ''
          targetPrefix: false
          previousWeight: 0.0
          nextWeight: 0.0
        features:
          type: ngrams
          wordMax: 2
          charMin: 3
          charMax: 5
          minDocuments: 2
          maxFeatures: 40000
          targetCopies: false
        classifier:
          type: linear
          cost: 1.5
          balanced: true
        calibration:
          method: none
          folds: 3
          balanced: true
        folds: 5
        seed: 17
        threads: 0
        """,
        words.yaml());
    assertEquals(
        new EncoderSpec("e5-small-v2-int8", List.of(8), Pooling.MEAN, "query: ", 128),
        Recipes.parse(EMBEDDING, "r").encoders().get(0));
  }

  @Test
  void readingTheTextOfARecipeGivesTheSameText() {
    for (String yaml : List.of(NGRAMS, EMBEDDING, VOTE)) {
      String text = Recipes.parse(yaml, "r").yaml();
      assertEquals(text, Recipes.parse(text, "r").yaml());
    }
    for (String name : Recipes.SHIPPED) {
      String text = Recipes.load(name).yaml();
      assertEquals(text, Recipes.parse(text, "r").yaml());
    }
  }

  @Test
  void foldsAndSeedCanBeReplaced() {
    Recipe other = Recipes.parse(NGRAMS, "r").withFolds(3).withSeed(-5);
    assertEquals(3, other.folds());
    assertEquals(-5, other.seed());
    assertEquals(other.yaml(), Recipes.parse(other.yaml(), "r").yaml());
  }

  @Test
  void anEnsembleNamesItsMembers() {
    Recipe recipe = Recipes.parse(VOTE, "r");
    assertEquals("ngrams, embedding", recipe.model().features());
    assertEquals("soft vote of linear, mlp", recipe.model().classifier());
    assertEquals(1, recipe.encoders().size());
    Recipe stack =
        Recipes.parse(VOTE.replace("soft-vote", "stacking").replace("    weight: 2\n", ""), "r");
    assertEquals("stack of linear, mlp", stack.model().classifier());
  }

  @Test
  void aListOfFeaturesStandsSideBySide() {
    Recipe recipe = Recipes.parse(BOTH, "r");
    assertEquals("ngrams + embedding", recipe.model().features());
    assertEquals(recipe.yaml(), Recipes.parse(recipe.yaml(), "r").yaml());
    assertFault(
        BOTH, "weight: 0.5", "weight: 0", "r, line 6, column 13: features[1]: weight must be");
    assertFault(
        BOTH, "targetPrefix: false", "targetPrefx: true", "r, line 4, column 3: text: unknown key");
  }

  @Test
  void stackingIsNotCalibratedAgain() {
    String stack = VOTE.replace("soft-vote", "stacking").replace("    weight: 2\n", "");
    assertMessage(
        stack + "calibration:\n  method: vector\n",
        "r, line 17, column 3: calibration: stacking is fitted on out-of-fold probabilities already");
  }

  @Test
  void pathsOfDataFollowTheRecipe(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            NGRAMS + "data:\n  train: [a.csv, sub/b.csv]\n  test: [t.csv]\n");
    Recipe recipe = Recipes.load(file.toString());
    DataSpec data = recipe.data().orElseThrow();
    assertEquals(List.of(folder.resolve("a.csv"), folder.resolve("sub/b.csv")), data.train());
    assertEquals(List.of(folder.resolve("t.csv")), data.test());
    Recipe moved = recipe.movedTo(folder.resolve("models/mine/1"));
    assertTrue(moved.yaml().contains("train: [../../../a.csv, ../../../sub/b.csv]"), moved.yaml());
    assertEquals(data.train(), moved.data().orElseThrow().train());
    assertEquals(moved.yaml(), moved.movedTo(folder.resolve("models/mine/2")).yaml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: mine|nam: mine|r, line 1, column 1: key 'name' is missing; it must be a text; put it in quotes if it looks like something else. Is 'nam' here a slip of the finger?
          name: mine|name: 5|r, line 1, column 7: name must be a text; put it in quotes if it looks like something else, got '5'
          name: mine|name: [a]|r, line 1, column 7: name must be a text; put it in quotes if it looks like something else, got a list of 1
          name: mine|name: ../mine|r, line 1, column 1: name: '../mine' is no model name; use up to 64 letters
          description: One line.|folds: 5|r, line 1, column 1: key 'description' is missing
          description: One line.|description:|r, line 2, column 13: description must be a text; put it in quotes if it looks like something else, got nothing
          description: One line.|description: x\\nfolds: 1|r, line 3, column 8: folds must be a whole number in [2, 50], got '1'
          description: One line.|description: x\\nfolds: five|r, line 3, column 8: folds must be a whole number in [2, 50], got 'five'
          description: One line.|description: x\\nsed: 1|r, line 3, column 1: unknown key 'sed'; did you mean 'seed'? Known here are calibration, classifier, data, description, ensemble, features, folds, name, perTarget, seed, text, threads
          description: One line.|description: x\\ndescription: y|r, line 3, column 1: key 'description' occurs twice; remove one
          type: ngrams|type: words|r, line 4, column 9: features: type must be
          type: ngrams|kind: ngrams|r, line 4, column 3: features: key 'type' is missing
          wordMax: 2|wordMx: 2|r, line 5, column 3: features: unknown key 'wordMx'; did you mean 'wordMax'?
          wordMax: 2|wordMax: 2.5|r, line 5, column 12: features: wordMax must be a whole number in [1, 5], got '2.5'
          wordMax: 2|wordMax: '2'|r, line 5, column 12: features: wordMax must be a whole number in [1, 5], got '2'
          wordMax: 2|wordMax: 99999999999|r, line 5, column 12: features: wordMax must be a whole number in [1, 5], got '99999999999'
          wordMax: 2|wordMax: 9|r, line 5, column 12: features: wordMax must be a whole number in [1, 5], got '9'
          wordMax: 2|charMin: 6|r, line 4, column 3: features: charMin must be in [1, 5], got 6
          wordMax: 2|wordMax: 2\\n  encoder: e5|r, line 6, column 3: features: unknown key 'encoder'
          type: linear|type: forest|r, line 7, column 9: classifier: type must be
          cost: 1.5|cost: high|r, line 8, column 9: classifier: cost must be a number above 0, got 'high'
          cost: 1.5|cost: 1e999|r, line 8, column 9: classifier: cost must be a number above 0, got '1e999'
          cost: 1.5|cost: .inf|r, line 8, column 9: classifier: cost must be a number above 0, got '.inf'
          cost: 1.5|cost: 0|r, line 8, column 9: classifier: cost must be a number above 0, got '0'
          cost: 1.5|cost: 1\\n  balanced: 1|r, line 9, column 13: classifier: balanced must be true or false, got '1'
          cost: 1.5|gama: 1.5|r, line 8, column 3: classifier: unknown key 'gama'
          """)
  void faultsInARecipeOfWordsAreNamed(String good, String bad, String message) {
    assertFault(NGRAMS, good, bad, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e5-small-v2-int8|bert|r, line 5, column 12: features: encoder must be bge-small-en-v1.5-int8 or e5-small-v2-int8, got 'bert'
          layers: [8]|layers: 8|r, line 6, column 11: features: layers must be a list of whole numbers, got '8'
          layers: [8]|layers: [8.5]|r, line 6, column 11: features: layers must be a list of whole numbers
          layers: [8]|layers: [4294967304]|r, line 6, column 11: features: layers must be a list of whole numbers
          layers: [8]|layers: []|r, line 4, column 3: features: layers must be one or more different numbers, got []
          layers: [8]|layers: [13]|r, line 4, column 3: features: encoder e5-small-v2-int8 has layers 1 to 12, not 13
          layers: [8]|layers: [8]\\n  pooling: max|r, line 7, column 12: features: pooling must be mean or cls, got 'max'
          layers: [8]|layers: [8]\\n  maxTokens: 1000|r, line 7, column 14: features: maxTokens must be a whole number in [8, 512], got '1000'
          gamma: 0.5|gamma: -1|r, line 10, column 10: classifier: gamma must be a number above 0, got '-1'
          gamma: 0.5|gamma: 1\\n  calibrationFolds: 1|r, line 11, column 21: classifier: calibrationFolds must be a whole number in [2, 20], got '1'
          """)
  void faultsInARecipeOfEmbeddingsAreNamed(String good, String bad, String message) {
    assertFault(EMBEDDING, good, bad, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          combine: soft-vote|combine: vote|r, line 4, column 12: ensemble: combine must be soft-vote or stacking, got 'vote'
          weight: 2|weight: 0|r, line 16, column 13: ensemble: members[2]: weight must be a number above 0, got '0'
          weight: 2|wait: 2|r, line 16, column 5: ensemble: members[2]: unknown key 'wait'
          description: One line.|description: x\\nclassifier: x|r, line 1, column 1: a recipe has either features and classifier or an ensemble of such, not both
          """)
  void faultsInAnEnsembleAreNamed(String good, String bad, String message) {
    assertFault(VOTE, good, bad, message);
  }

  private static void assertFault(String recipe, String good, String bad, String message) {
    assertTrue(recipe.contains(good), good);
    assertMessage(recipe.replace(good, bad.replace("\\n", "\n")), message);
  }

  private static void assertMessage(String yaml, String message) {
    String actual =
        assertThrows(RecipeException.class, () -> Recipes.parse(yaml, "r")).getMessage();
    assertTrue(actual.startsWith(message), actual);
    assertEquals(1, actual.lines().count(), actual);
  }

  @Test
  void whatIsNoYamlOrNoMappingIsRefused() {
    assertMessage("", "r must be a mapping of keys to values");
    assertMessage("just text", "r, line 1, column 1 must be a mapping of keys to values");
    assertMessage("- a\n- b\n", "r, line 1, column 1 must be a mapping of keys to values");
    assertMessage(
        "name: mine\ndescription: x\nfeatures:\n",
        "r, line 3, column 10: features must be a mapping of keys to values");
    assertMessage("name: [1, 2\ndescription: x", "r, line 2, column 12: not YAML: expected");
    assertMessage(
        "name: mine\n\tfeatures: x\n",
        "r, line 2, column 1: not YAML: found character '\\t(TAB)' that cannot start any token");
    assertMessage("name: a\u0001b", "r");
    assertMessage("a: ".repeat(3) + "x", "r, line 1, column 5: not YAML: mapping values");
    assertMessage("[".repeat(3000), "r");
    assertMessage("a: &x [*x]\n", "r, line 1, column 1: key 'name' is missing");
    assertMessage(NGRAMS + "---\n" + NGRAMS, "r, line 9, column 1: not YAML: but found another");
    assertMessage(
        "#".repeat(300_000) + "\n" + NGRAMS, "r: not YAML: The incoming YAML document exceeds");
  }

  @Test
  void aRecipeIsReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), NGRAMS);
    assertEquals("mine", Recipes.load(file.toString()).name());
    Files.writeString(file, NGRAMS.replace("cost: 1.5", "cost: x"));
    String message =
        assertThrows(RecipeException.class, () -> Recipes.load(file.toString())).getMessage();
    assertEquals(
        file + ", line 8, column 9: classifier: cost must be a number above 0, got 'x'", message);
  }

  @Test
  void aFileThatIsNotThereIsAnsweredWithTheShippedNames(@TempDir Path folder) {
    String shipped = String.join(", ", Recipes.SHIPPED) + ", or give the path of a YAML file";
    for (String name : List.of("", "a\0b", folder.toString())) {
      assertEquals(
          "no recipe '" + name + "'; shipped are " + shipped,
          assertThrows(RecipeException.class, () -> Recipes.load(name)).getMessage());
    }
    assertEquals(
        "no recipe 'embeding-svm'; did you mean 'embedding-svm'? Shipped are " + shipped,
        assertThrows(RecipeException.class, () -> Recipes.load("embeding-svm")).getMessage());
  }

  @Test
  void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, NGRAMS.replace("One", "Für").getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + ": not UTF-8; save the file as UTF-8",
        assertThrows(RecipeException.class, () -> Recipes.load(file.toString())).getMessage());
  }
}
