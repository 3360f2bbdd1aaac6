package org.stance4j.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
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
import org.stance4j.encoder.EncoderCatalog;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.TinyBert;
import org.stance4j.encoder.TokenSpec;

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
        BOTH,
        "weight: 0.5",
        "weight: 0",
        "r, line 6, column 13: features[1]: weight must be a number in [0.001, 100], got '0'");
    String more = "- type: ngrams\n  ".repeat(15);
    assertFault(
        BOTH,
        "- weight: 0.5",
        more + "- weight: 0.5",
        "r, line 6, column 3: features must be at most 16 side by side, got 17");
    assertFault(
        BOTH,
        "type: ngrams",
        "type: tokens\n    encoder: e5-small-v2-int8\n    layers: [8]",
        "r, line 7, column 11: features[1]: tokens stand alone; write them as the features"
            + " themselves, not in a list");
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
  void classifiersAndFeaturesThatDoNotFitAreRefusedBeforeTheTraining() {
    String cost = "  cost: 1.5\n";
    String words = NGRAMS.replace(cost, "");
    assertFault(
        words,
        "type: linear",
        "type: mlp",
        "r, line 7, column 9: classifier: mlp learns from embeddings, but the features are ngrams;"
            + " change one of the two");
    assertFault(
        words,
        "type: linear",
        "type: attention",
        "r, line 7, column 9: classifier: attention learns from tokens, but the features are ngrams");
    assertFault(
        BOTH,
        "type: linear",
        "type: mlp",
        "r, line 12, column 9: classifier: mlp learns from embeddings, but the features are ngrams +"
            + " embedding");
    for (String classifier : List.of("majority", "linear", "linear-svm", "rbf-svm", "xgboost")) {
      assertFault(
          EMBEDDING
              .replace("type: embedding", "type: tokens")
              .replaceAll("(?m)^  (cost|gamma).*\n", ""),
          "rbf-svm",
          classifier,
          "r, line 8, column 9: classifier: "
              + classifier
              + " learns from n-grams or embeddings, but the features are tokens");
      Recipes.parse(words.replace("type: linear", "type: " + classifier), "r");
      Recipes.parse(BOTH.replace("type: linear", "type: " + classifier), "r");
    }
  }

  @Test
  void aMixOfLayersNeedsThoseLayersAndNothingElse() {
    String mlp =
        EMBEDDING
            .replace("layers: [8]", "layers: [4, 8, 12]")
            .replace("type: rbf-svm\n  cost: 4\n  gamma: 0.5", "type: mlp\n  mixLayers: 3");
    assertEquals("mlp", Recipes.parse(mlp, "r").model().classifier());
    String message =
        "r, line 9, column 14: classifier: a mix of 3 layers needs one embedding of as many";
    assertFault(mlp, "[4, 8, 12]", "[4, 8]", message);
    assertFault(mlp, "[4, 8, 12]", "[8]", message);
    String longer = message.replace("line 9", "line 10");
    assertFault(mlp, "12]", "12]\n  components: 99", longer);
    assertFault(mlp, "12]", "12]\n  targetWeight: 1", longer);
    assertFault(mlp, "12]", "12]\n  poles: [yes it is, no it is not]", longer);
    String context = message.replace("line 9", "line 11");
    assertFault(mlp, "features:", "text:\n  previousWeight: 0.1\nfeatures:", context);
    assertFault(mlp, "features:", "text:\n  nextWeight: 0.1\nfeatures:", context);
    assertMessage(
        mlp.replace(
            "  type: embedding\n  encoder: e5-small-v2-int8\n  layers: [4, 8, 12]\n",
            "- type: embedding\n  encoder: e5-small-v2-int8\n  layers: [4, 8, 12]\n".repeat(2)),
        message.replace("line 9", "line 12"));
    String said =
        assertThrows(
                RecipeException.class,
                () -> Recipes.parse(mlp.replace("[4, 8, 12]", "[4, 8]"), "r"))
            .getMessage();
    assertTrue(said.endsWith("set mixLayers to 2 or to 0 for no mix"), said);
  }

  @Test
  void aTargetThatNothingLooksAtIsRefused() {
    assertFault(
        NGRAMS,
        "features:",
        "text:\n  target: tea\nfeatures:",
        "r, line 4, column 11: text: target 'tea' is not used; set targetPrefix to true or an"
            + " embedding's targetWeight above 0, or leave it out");
    assertFault(
        EMBEDDING,
        "features:",
        "text:\n  target: tea\nfeatures:",
        "r, line 4, column 11: text: target 'tea' is not used");
    assertFault(
        NGRAMS,
        "features:",
        "text:\n  targetPrefix: true\nfeatures:",
        "r, line 4, column 17: text: targetPrefix is for features of the type embedding, and there"
            + " are none; set it to false");
    String target = "text:\n  target: tea\nfeatures:";
    Recipes.parse(
        EMBEDDING.replace("features:", target).replace("[8]", "[8]\n  targetWeight: 1"), "r");
    // one member of an ensemble is enough
    Recipes.parse(
        VOTE.replace("ensemble:", "text:\n  target: tea\n  targetPrefix: true\nensemble:"), "r");
  }

  @Test
  void theFolderOfTheRecipeItselfIsADotAndBackslashesAreKept(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"), NGRAMS + "data:\n  train: [.]\n  documents: .\n");
    Recipe recipe = Recipes.load(file.toString());
    assertEquals(List.of(folder), recipe.data().orElseThrow().train());
    assertEquals(folder, recipe.data().orElseThrow().documents());
    Recipe kept = recipe.movedTo(folder);
    assertTrue(kept.yaml().contains("  train: [.]\n"), kept.yaml());
    assertTrue(kept.yaml().contains("  documents: .\n"), kept.yaml());
    DataSpec here =
        new DataSpec(
            List.of(Path.of(".")), List.of(), List.of(), Path.of("."), "text", "label", List.of());
    Recipe mine = Recipes.parse(NGRAMS, "r").withData(here);
    assertTrue(mine.yaml().contains("  train: [.]\n"), mine.yaml());
    assertTrue(mine.yaml().contains("  documents: .\n"), mine.yaml());
    if (File.separatorChar == '/') {
      DataSpec odd =
          new DataSpec(
              List.of(Path.of("a\\b.csv")), List.of(), List.of(), null, "text", "label", List.of());
      assertEquals(
          odd.train(), Recipes.parse(NGRAMS, "r").withData(odd).data().orElseThrow().train());
    }
  }

  @Test
  void labelsMayHoldCommas() {
    Recipe recipe =
        Recipes.parse(
            NGRAMS + "data:\n  train: [a.csv]\n  labels: ['yes, sir=pro', no=anti]\n", "r");
    assertEquals(List.of("yes, sir=pro", "no=anti"), recipe.data().orElseThrow().labels());
    assertEquals(recipe.yaml(), Recipes.parse(recipe.yaml(), "r").yaml());
    assertMessage(
        NGRAMS + "data:\n  train: [a.csv]\n  labels: [nay]\n",
        "r, line 10, column 3: data: label mapping \"nay\" is not of the form");
  }

  @Test
  void onlyWhatIsTrainedTellsModelsApart() {
    Recipe shipped = Recipes.load(Recipes.NGRAMS);
    Recipe other = shipped.named("other", "Other.").withFolds(3).withSeed(4);
    assertTrue(other.trainsTheSameAs(shipped));
    String source = Recipes.source(Recipes.NGRAMS);
    for (String change : List.of("cost: 2.0", "cost: 1.0\ncalibration: {method: vector}")) {
      Recipe changed =
          Recipes.parse(source.replace("cost: 1.0", change).replace("  balanced: true\n", ""), "r");
      assertFalse(changed.trainsTheSameAs(shipped), change);
    }
    assertFalse(Recipes.parse(source + "perTarget: true\n", "r").trainsTheSameAs(shipped));
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
          description: One line.|description: x\\nscoredFolds: 6|r, line 3, column 14: scoredFolds: there are 5 folds, got 6
          description: One line.|description: x\\nfolds: five|r, line 3, column 8: folds must be a whole number in [2, 50], got 'five'
          description: One line.|description: x\\nsed: 1|r, line 3, column 1: unknown key 'sed'; did you mean 'seed'? Known here are calibration, classifier, data, description, ensemble, features, finetune, folds, name, perTarget, scoredFolds, seed, text, threads
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
          e5-small-v2-int8|bert|r, line 5, column 12: features: encoder must be all-minilm-l6-v2, bge-small-en-v1.5, bge-small-en-v1.5-int8, e5-small-v2 or e5-small-v2-int8, got 'bert'
          layers: [8]|layers: 8|r, line 6, column 11: features: layers must be a list of whole numbers, got '8'
          layers: [8]|layers: [8.5]|r, line 6, column 11: features: layers must be a list of whole numbers
          layers: [8]|layers: [4294967304]|r, line 6, column 11: features: layers must be a list of whole numbers
          layers: [8]|layers: []|r, line 4, column 3: features: layers must be one or more different numbers, got []
          layers: [8]|layers: [13]|r, line 4, column 3: features: encoder e5-small-v2-int8 has layers 1 to 12, not 13
          layers: [8]|layers: [8]\\n  pooling: max|r, line 7, column 12: features: pooling must be mean or cls, got 'max'
          layers: [8]|layers: [8]\\n  maxTokens: 1000|r, line 7, column 14: features: maxTokens must be a whole number in [8, 512], got '1000'
          layers: [8]|layers: [8]\\n  components: 385|r, line 7, column 15: features: components must be at most 384 (384 numbers for each of the layers [8]), got 385; set it to 0 to keep all directions
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
          weight: 2|weight: 0|r, line 16, column 13: ensemble: members[2]: weight must be a number in [0.001, 1000], got '0'
          weight: 2|weight: 1001|r, line 16, column 13: ensemble: members[2]: weight must be a number in [0.001, 1000], got '1001'
          type: mlp|type: conv|r, line 15, column 13: ensemble: members[2]: classifier: conv learns from tokens, but the features are embedding; change one of the two
          weight: 2|wait: 2|r, line 16, column 5: ensemble: members[2]: unknown key 'wait'
          description: One line.|description: x\\nclassifier: x|r, line 1, column 1: a recipe has either features and classifier, or finetune, or an ensemble of such
          """)
  void faultsInAnEnsembleAreNamed(String good, String bad, String message) {
    assertFault(VOTE, good, bad, message);
  }

  private static final String TUNED =
      """
      name: tuned
      description: One line.
      text:
        targetPrefix: true
        target: naval visits
      finetune:
        encoder: all-minilm-l6-v2
        trainedLayers: 2
        contextWords: 20
      """;

  @Test
  void anEncoderThatLearnsNeedsNoFeatures() {
    Recipe recipe = Recipes.parse(TUNED, "r");
    assertEquals(recipe.yaml(), Recipes.parse(recipe.yaml(), "r").yaml());
    assertTrue(recipe.yaml().contains("  learningRate: 2.0E-4\n"), recipe.yaml());
    assertEquals("finetune", recipe.model().classifier());
    assertTrue(recipe.model().usesTarget());
    assertEquals(
        List.of(new TokenSpec("all-minilm-l6-v2", List.of(4), "", 320)), recipe.tokenEncoders());
    Recipe vote =
        Recipes.parse(
            """
            name: both
            description: One line.
            ensemble:
              combine: soft-vote
              members:
                - finetune: {encoder: e5-small-v2}
                - features: {type: ngrams}
                  classifier: {type: linear}
            """,
            "r");
    assertEquals("soft vote of finetune, linear", vote.model().classifier());
    assertEquals(vote.yaml(), Recipes.parse(vote.yaml(), "r").yaml());
    assertEquals(
        List.of(new TokenSpec("e5-small-v2", List.of(9), "query: ", 320)), vote.tokenEncoders());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          encoder: all-minilm-l6-v2|encoder: e5-small-v2-int8|r, line 7, column 12: finetune: encoder must be all-minilm-l6-v2, bge-small-en-v1.5 or e5-small-v2, got 'e5-small-v2-int8'
          trainedLayers: 2|trainedLayers: 7|r, line 8, column 18: finetune: trainedLayers: encoder all-minilm-l6-v2 has 6 layers, got 7
          contextWords: 20|contextWord: 20|r, line 9, column 3: finetune: unknown key 'contextWord'; did you mean 'contextWords'?
          contextWords: 20|dropout: 1|r, line 9, column 12: finetune: dropout must be a number of at least 0 and below 1, got '1'
          targetPrefix: true|previousWeight: 1|r, line 4, column 19: text: previousWeight and nextWeight are for features; an encoder that learns reads the neighbours itself
          description: One line.|description: x\\nclassifier: x|r, line 1, column 1: an encoder that learns needs no features and no classifier
          """)
  void faultsInARecipeOfATunedEncoderAreNamed(String good, String bad, String message) {
    assertFault(TUNED, good, bad, message);
  }

  private static final String LOCAL =
      """
      name: mine
      description: One line.
      finetune:
        encoder:
          onnx: encoders/tiny.onnx
          tokenizer: encoders/tokenizer.json
          prefix: "query: "
        trainedLayers: 2
      """;

  private static Path local(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("encoders"));
    Files.write(folder.resolve("encoders/tiny.onnx"), TinyBert.file());
    Files.write(folder.resolve("encoders/tokenizer.json"), EncoderCatalog.MINILM.tokenizer());
    return Files.writeString(folder.resolve("mine.yaml"), LOCAL);
  }

  @Test
  void anEncoderMayBeInFilesBesideTheRecipe(@TempDir Path folder) throws IOException {
    Path file = local(folder);
    Recipe recipe = Recipes.load(file.toString());
    TokenSpec frozen = recipe.tokenEncoders().get(0);
    assertEquals("tiny.onnx layers=1 tokens prefix='query: ' maxTokens=320", frozen.describe());
    assertEquals(2, frozen.encoder().heads());
    assertTrue(recipe.yaml().contains("    onnx: encoders/tiny.onnx\n"), recipe.yaml());
    assertTrue(recipe.yaml().contains("    heads: 0\n"), recipe.yaml());
    for (Recipe same :
        List.of(
            recipe.withSeed(3),
            recipe.named("other", "Another line."),
            recipe.withoutData(),
            recipe.withData(
                new DataSpec(
                    List.of(folder), List.of(), List.of(), null, "text", "label", List.of())))) {
      assertEquals(recipe.tokenEncoders(), same.tokenEncoders());
    }
    Recipe moved = recipe.movedTo(folder.resolve("models/mine/1"));
    assertEquals(recipe.tokenEncoders(), moved.tokenEncoders());
    assertTrue(moved.yaml().contains("    onnx: ../../../encoders/tiny.onnx\n"), moved.yaml());
    Files.writeString(
        file,
        """
        name: both
        description: One line.
        ensemble:
          combine: soft-vote
          members:
            - finetune: {encoder: {onnx: encoders/tiny.onnx, tokenizer: encoders/tokenizer.json}}
            - features: {type: ngrams}
              classifier: {type: linear}
        """);
    Recipe vote = Recipes.load(file.toString()).movedTo(folder.resolve("models"));
    assertTrue(vote.yaml().contains("      onnx: ../encoders/tiny.onnx\n"), vote.yaml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          encoders/tiny|encoders/big|line 5, column 11: finetune: encoder: onnx: there is no file FOLDER/encoders/big.onnx
          encoders/tok|tok|line 6, column 16: finetune: encoder: tokenizer: there is no file FOLDER/tokenizer.json
          encoders/tiny.onnx|mine.yaml|line 5, column 11: finetune: encoder: FOLDER/mine.yaml is not an ONNX file: no valid field
          encoders/tokenizer.json|mine.yaml|line 6, column 16: finetune: encoder: tokenizer FOLDER/mine.yaml cannot be opened: expected ident at line 1
          trainedLayers: 2|trainedLayers: 4|line 8, column 18: finetune: trainedLayers: encoder tiny.onnx has 3 layers, got 4
          prefix: "query: "|head: 2|line 7, column 5: finetune: encoder: unknown key 'head'; did you mean 'heads'?
          prefix: "query: "|heads: 3|line 5, column 11: finetune: encoder: FOLDER/encoders/tiny.onnx: its graph does not tell how many heads
          """)
  void faultsInAnEncoderInFilesAreNamed(
      String good, String bad, String message, @TempDir Path folder) throws IOException {
    Path file = local(folder);
    assertTrue(LOCAL.contains(good), good);
    Files.writeString(file, LOCAL.replace(good, bad));
    String actual =
        assertThrows(RecipeException.class, () -> Recipes.load(file.toString())).getMessage();
    String expected = file + ", " + message.replace("FOLDER", folder.toString());
    assertTrue(actual.startsWith(expected), actual);
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
