package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.classifier.dl4j.MlpTrainer;
import org.stance4j.classifier.tribuo.TribuoKernelTrainer;
import org.stance4j.classifier.tribuo.TribuoLinearTrainer;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.features.NgramSettings;

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

  @Test
  void everyShippedRecipeIsValidAndNamedAsItsFile() {
    List<String> shipped = new ArrayList<>(Recipes.DEFAULTS);
    shipped.add(Recipes.MAJORITY);
    for (String name : shipped) {
      Recipe recipe = Recipes.load(name);
      assertEquals(name, recipe.name());
      assertTrue(recipe.description().endsWith("."), recipe.description());
      assertTrue(recipe.source().contains("name: " + name));
      assertEquals(5, recipe.folds());
    }
    assertInstanceOf(TribuoLinearTrainer.class, Recipes.load(Recipes.NGRAMS).classifier());
    assertInstanceOf(TribuoKernelTrainer.class, Recipes.load("embedding-svm").classifier());
    assertInstanceOf(MlpTrainer.class, Recipes.load("embedding-mlp").classifier());
  }

  @Test
  void whatARecipeLeavesOutHasADefault() {
    Recipe words = Recipes.parse(NGRAMS, "r");
    assertEquals(
        new FeatureSpec.Ngrams(new NgramSettings(2, 1, 0, 1, Integer.MAX_VALUE)), words.features());
    assertEquals(new TribuoLinearTrainer(1.5, true), words.classifier());
    assertEquals("linear", words.classifierType());
    assertEquals(NGRAMS, words.source());
    assertEquals(
        new FeatureSpec.Embedding(
            new EncoderSpec("e5-small-v2-int8", List.of(8), Pooling.MEAN, "query: ", 128)),
        Recipes.parse(EMBEDDING, "r").features());
    assertEquals(
        new TribuoKernelTrainer(4, 0.5, true, 3), Recipes.parse(EMBEDDING, "r").classifier());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: mine|nam: mine|r: key 'name' is missing
          name: mine|name: 5|r: name must be a text; put it in quotes if it looks like something else, got 5
          name: mine|name: [a]|r: name must be a text; put it in quotes if it looks like something else, got ["a"]
          name: mine|name: ../mine|r: name: '../mine' is no model name; use up to 64 letters
          description: One line.|folds: 5|r: key 'description' is missing
          description: One line.|description:|r: description must be a text; put it in quotes if it looks like something else, got null
          description: One line.|description: x\\nfolds: 1|r: folds must be at least 2, got 1
          description: One line.|description: x\\nfolds: five|r: folds must be a whole number, got "five"
          description: One line.|description: x\\nseed: 1|r: unknown key 'seed'; known here are [classifier, description, features, folds, name]
          type: ngrams|type: words|r: features: type must be ngrams or embedding, got 'words'
          wordMax: 2|wordMx: 2|r: features: key 'wordMax' is missing
          wordMax: 2|wordMax: 2.5|r: features: wordMax must be a whole number, got 2.5
          wordMax: 2|wordMax: '2'|r: features: wordMax must be a whole number, got "2"
          wordMax: 2|wordMax: 99999999999|r: features: wordMax must be a whole number, got 99999999999
          wordMax: 2|wordMax: 9|r: wordMax must be in [1, 5], got 9
          wordMax: 2|wordMax: 2\\n  encoder: e5|r: features: unknown key 'encoder'; known here are [charMax, charMin, maxFeatures, minDocuments, type, wordMax]
          wordMax: 2|wordMax: 2\\n  wordMax: 3|r, line 6: not YAML: Duplicate field 'wordMax'
          type: linear|type: forest|r: classifier: type must be majority, linear, rbf-svm or mlp, got 'forest'
          type: linear|kind: linear|r: classifier: key 'type' is missing
          cost: 1.5|cost: high|r: classifier: cost must be a number, got "high"
          cost: 1.5|cost: 1e999|r: classifier: cost must be a number
          cost: 1.5|cost: .inf|r, line 8: not YAML: Malformed numeric value '.inf'
          cost: 1.5|cost: 0|r: cost must be above 0, got 0.0
          cost: 1.5|cost: 1\\n  balanced: 1|r: classifier: balanced must be true or false, got 1
          cost: 1.5|gamma: 1.5|r: classifier: key 'cost' is missing
          """)
  void faultsInARecipeOfWordsAreNamed(String good, String bad, String message) {
    assertFault(NGRAMS, good, bad, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e5-small-v2-int8|bert|r: unknown encoder 'bert'; known are bge-small-en-v1.5-int8, e5-small-v2-int8
          layers: [8]|layers: 8|r: features: layers must be a list of whole numbers, got 8
          layers: [8]|layers: [8.5]|r: features: layers must be a list of whole numbers, got [8.5]
          layers: [8]|layers: [4294967304]|r: features: layers must be a list of whole numbers
          layers: [8]|layers: []|r: layers must be one or more different numbers, got []
          layers: [8]|layers: [13]|r: encoder e5-small-v2-int8 has layers 1 to 12, not 13
          layers: [8]|layers: [8]\\n  pooling: max|r: features: pooling must be mean or cls, got 'max'
          layers: [8]|layers: [8]\\n  pooling: MEAN|r: features: pooling must be mean or cls, got 'MEAN'
          layers: [8]|layers: [8]\\n  maxTokens: 1000|r: maxTokens must be in [8, 512], got 1000
          gamma: 0.5|gamma: -1|r: cost and gamma must be above 0
          gamma: 0.5|gamma: 1\\n  calibrationFolds: 1|r: cost and gamma must be above 0 and calibrationFolds at least 2, got 4.0, 1.0, 1
          """)
  void faultsInARecipeOfEmbeddingsAreNamed(String good, String bad, String message) {
    assertFault(EMBEDDING, good, bad, message);
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
    assertMessage("just text", "r must be a mapping of keys to values");
    assertMessage("- a\n- b\n", "r must be a mapping of keys to values");
    assertMessage("name: mine\nfeatures:\n", "r: features must be a mapping of keys to values");
    assertMessage("name: [1, 2\ndescription: x", "r, line 2, column 12: not YAML: expected");
    assertMessage(
        "name: mine\n\tfeatures: x\n",
        "r, line 2, column 1: not YAML: found character '\\t(TAB)' that cannot start any token");
    assertMessage("name: a\u0001b", "r");
    assertMessage("a: ".repeat(3) + "x", "r, line 1, column 5: not YAML: mapping values");
    assertMessage("[".repeat(3000), "r");
    assertMessage(NGRAMS + "---\n" + NGRAMS, "r, line 10: not YAML: Trailing token");
  }

  @Test
  void aRecipeIsReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), NGRAMS);
    assertEquals("mine", Recipes.load(file.toString()).name());
    Files.writeString(file, NGRAMS.replace("cost: 1.5", "cost: x"));
    String message =
        assertThrows(RecipeException.class, () -> Recipes.load(file.toString())).getMessage();
    assertEquals(file + ": classifier: cost must be a number, got \"x\"", message);
  }

  @Test
  void aFileThatIsNotThereIsAnsweredWithTheShippedNames(@TempDir Path folder) {
    for (String name : List.of("embeding-svm", "", "a\0b", folder.toString())) {
      assertEquals(
          "no recipe '"
              + name
              + "'; shipped are majority, ngram-linear, embedding-svm, embedding-mlp, or give the"
              + " path of a YAML file",
          assertThrows(RecipeException.class, () -> Recipes.load(name)).getMessage());
    }
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
