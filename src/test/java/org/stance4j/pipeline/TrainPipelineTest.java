package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.corpus.Grouping;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.model.FittedModel;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.RecipeException;
import org.stance4j.recipe.Recipes;
import org.stance4j.store.ModelStore;
import org.stance4j.store.ModelStoreException;

class TrainPipelineTest {
  private static final Instant MORNING = Instant.parse("2026-03-29T01:30:00.25Z");
  private static final Instant EVENING = Instant.parse("2026-10-25T23:59:59Z");

  @TempDir Path folder;
  private ModelStore store;
  private Dataset dataset;

  @BeforeEach
  void prepare() throws IOException {
    store = new ModelStore(folder.resolve("models"));
    dataset = Grouping.group(SampleSentences.dataset(folder, 1));
  }

  private TrainOutcome train(Recipe recipe, Dataset training, long seed, Instant time) {
    return new TrainPipeline(store, null, Clock.fixed(time, ZoneOffset.UTC))
        .run(
            new TrainRequest(List.of(recipe.withSeed(seed)), training, Map.of()),
            (step, done, steps) -> {});
  }

  private TrainOutcome train(Recipe recipe) {
    return train(recipe, dataset, 17, MORNING);
  }

  private Path version(int number) {
    return store.root().resolve("ngram-linear").resolve(String.valueOf(number));
  }

  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  /** Names of the files that are not the same in both folders. */
  private static Set<String> different(Path first, Path second) throws IOException {
    assertEquals(names(first), names(second));
    Set<String> different = new TreeSet<>();
    for (String name : names(first)) {
      if (Files.mismatch(first.resolve(name), second.resolve(name)) >= 0) {
        different.add(name);
      }
    }
    return different;
  }

  @Test
  void aVersionHoldsModelRecipeFiguresReportsAndProvenance() throws IOException {
    TrainOutcome outcome = train(Recipes.load("ngram-linear"));
    assertEquals("ngram-linear@1", outcome.best().toString());
    assertEquals(
        Set.of(
            "MODEL_CARD.md",
            "classifier.safetensors",
            "evaluation.json",
            "features.safetensors",
            "label-sets.safetensors",
            "manifest.json",
            "provenance.json",
            "recipe.yaml",
            "report.csv",
            "report.html",
            "report.md",
            "training-texts.safetensors"),
        names(version(1)));
    assertEquals(
        Set.of("majority", "ngram-linear"),
        Set.copyOf(outcome.models().stream().map(model -> model.recipe().name()).toList()));
    assertNull(outcome.models().get(0).published(), "the baseline is not published");
    assertEquals(Set.of("ngram-linear"), names(store.root()));
    assertEquals(version(1).resolve("report.html"), outcome.reportFile());
  }

  @Test
  void trainingAgainGivesTheSameBytesExceptForTimeAndVersion() throws IOException {
    train(Recipes.load("ngram-linear"));
    train(Recipes.load("ngram-linear"), dataset, 17, EVENING);
    assertEquals(Set.of("manifest.json", "provenance.json"), different(version(1), version(2)));
    assertTrue(
        Files.readString(version(1).resolve("provenance.json"))
            .contains("\"created\" : \"2026-03-29T01:30:00Z\""));
  }

  @Test
  void atTheSameTimeOnlyTheVersionNumberDiffers() throws IOException {
    train(Recipes.load("ngram-linear"));
    train(Recipes.load("ngram-linear"));
    assertEquals(Set.of("manifest.json"), different(version(1), version(2)));
    assertEquals(
        Files.readString(version(1).resolve("manifest.json")).replace("\"version\" : 1", ""),
        Files.readString(version(2).resolve("manifest.json")).replace("\"version\" : 2", ""));
  }

  @Test
  void theRecipeStoredWithAVersionMakesItAgain() throws IOException {
    train(Recipes.load("ngram-linear"));
    train(Recipes.load(version(1).resolve("recipe.yaml").toString()));
    assertEquals(Set.of("manifest.json"), different(version(1), version(2)));
  }

  @Test
  void anotherSeedIsRecordedAndSplitsOtherwise() throws IOException {
    train(Recipes.load("ngram-linear"));
    train(Recipes.load("ngram-linear"), dataset, 18, MORNING);
    Set<String> different = different(version(1), version(2));
    assertTrue(different.contains("evaluation.json"));
    assertFalse(different.contains("features.safetensors"), "counting words draws nothing");
  }

  @Test
  void aModelAnswersTheSameAfterBeingStored() {
    Recipe recipe = Recipes.load("ngram-linear");
    train(recipe);
    try (EncoderPool pool = new EncoderPool(null);
        FittedModel fresh = recipe.trainer(pool).train(dataset, 17);
        LoadedModel stored = ModelLoader.load(store, "ngram-linear", null)) {
      assertEquals(fresh.predict(dataset.sentences()), stored.model().predict(dataset.sentences()));
      assertEquals("ngram-linear@1", stored.name());
    }
  }

  @Test
  void trainingTextsAreKnownAgainWhateverTheirCaseAndSpaces() throws IOException {
    train(Recipes.load("ngram-linear"));
    Dataset other = SampleSentences.dataset(folder, 2);
    try (LoadedModel model = ModelLoader.load(store, "ngram-linear@1", null)) {
      assertEquals(60, model.trainingTexts().seen(dataset.sentences()));
      assertEquals(0, model.trainingTexts().seen(other.sentences()));
      String shouted = "  " + dataset.sentences().get(0).text().toUpperCase(Locale.ROOT);
      assertEquals(
          1, model.trainingTexts().seen(List.of(Sentence.alone("x", shouted.replace(" ", "  ")))));
    }
  }

  @Test
  void clearWordsAreLearntAndShuffledLabelsAreNot() {
    double clear = train(Recipes.load("ngram-linear")).models().get(1).crossValidated().macroF1();
    assertTrue(clear > 0.9, "macro-F1 " + clear);
    double sum = 0;
    for (long seed = 1; seed <= 3; seed++) {
      sum +=
          train(Recipes.load("ngram-linear"), shuffled(seed), 17, MORNING)
              .models()
              .get(1)
              .crossValidated()
              .macroF1();
    }
    assertTrue(sum / 3 < 0.5, "mean macro-F1 on shuffled labels " + sum / 3);
  }

  private Dataset shuffled(long seed) {
    List<Stance> stances = new ArrayList<>(dataset.stances());
    Collections.shuffle(stances, new Random(seed));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < stances.size(); i++) {
      Example example = dataset.examples().get(i);
      examples.add(
          new Example(
              example.id(),
              example.sentence(),
              stances.get(i),
              null,
              example.group(),
              example.attributes()));
    }
    return new Dataset("shuffled", examples);
  }

  @Test
  void copiesOfATextInSeveralGroupsLandInOneFold() throws IOException {
    List<String> rows = new ArrayList<>(SampleSentences.rows(1));
    for (int i = 0; i < 4; i++) {
      rows.add("copy" + i + ",the very same words stand in several groups here,pro,g" + i);
    }
    Dataset copies =
        new DatasetSource(
                List.of(SampleSentences.csv(folder.resolve("copies.csv"), rows)),
                null,
                LabelledCsvReader.standard())
            .read();
    assertTrue(foldsOfCopies(copies).size() > 1, "without grouping this tests nothing");
    assertEquals(1, foldsOfCopies(Grouping.group(copies)).size());
  }

  private static Set<Integer> foldsOfCopies(Dataset data) {
    Set<Integer> folds = new HashSet<>();
    for (Fold fold : GroupKFold.split(data, 5, 17)) {
      for (int row : fold.test()) {
        if (data.examples().get(row).id().startsWith("copy")) {
          folds.add(fold.index());
        }
      }
    }
    return folds;
  }

  @Test
  void noModelOfAFoldHasSeenAWordOfItsTestGroups() {
    // a marker word for each group, and the group's label follows from nothing else
    List<Example> marked = new ArrayList<>();
    Map<String, Stance> stances = new HashMap<>();
    for (Example example : dataset.examples()) {
      Stance stance =
          stances.computeIfAbsent(
              example.group(), group -> Stance.values()[stances.size() % Stance.COUNT]);
      String text = "marker" + example.group() + " marker" + example.group() + " " + example.id();
      marked.add(
          new Example(
              example.id(),
              Sentence.alone(example.id(), text),
              stance,
              null,
              example.group(),
              example.attributes()));
    }
    Dataset leaky = new Dataset("leaky", marked);
    TrainOutcome outcome = train(Recipes.load("ngram-linear"), leaky, 17, MORNING);
    double figure = outcome.models().get(1).crossValidated().macroF1();
    assertTrue(figure < 0.6, "macro-F1 " + figure + " although each marker is new in its fold");
    try (LoadedModel model = ModelLoader.load(store, "ngram-linear", null)) {
      long right =
          Scoring.score(model.model(), leaky).stream()
              .filter(scored -> scored.predicted() == scored.gold())
              .count();
      assertEquals(60, right, "seen markers are learnt by heart");
    }
  }

  @Test
  void baselinesAreMeasuredOnTheFoldsOfTheRecipe() {
    String yaml = Recipes.source("ngram-linear").replace("name: ngram-linear", "name: three-folds");
    Recipe recipe = Recipes.parse(yaml + "folds: 3\n", "test");
    List<String> steps = new ArrayList<>();
    new TrainPipeline(store, null, Clock.fixed(MORNING, ZoneOffset.UTC))
        .run(
            new TrainRequest(List.of(recipe), dataset, Map.of()),
            (step, done, all) -> steps.add(done + "/" + all + " " + step));
    assertEquals(
        List.of(
            "0/12 majority: fold 1 of 3",
            "1/12 majority: fold 2 of 3",
            "2/12 majority: fold 3 of 3",
            "3/12 majority: all data",
            "4/12 ngram-linear: fold 1 of 3"),
        steps.subList(0, 5));
    assertEquals(12, steps.size());
  }

  @Test
  void realDocumentsAreReportedAndChooseNothing() throws IOException {
    Dataset real = SampleSentences.dataset(folder, 2);
    TrainOutcome outcome =
        new TrainPipeline(store, null, Clock.fixed(MORNING, ZoneOffset.UTC))
            .run(
                new TrainRequest(
                    List.of(Recipes.load("ngram-linear")),
                    dataset,
                    Map.of(HeldOut.DOCUMENTS, real)),
                (step, done, steps) -> {});
    assertEquals(60, outcome.models().get(0).heldOut().get(HeldOut.DOCUMENTS).n());
    assertTrue(Files.isRegularFile(version(1).resolve("evaluation-documents.json")));
    train(Recipes.load("ngram-linear"));
    for (String file : List.of("features.safetensors", "classifier.safetensors")) {
      assertArrayEquals(
          Files.readAllBytes(version(1).resolve(file)),
          Files.readAllBytes(version(2).resolve(file)));
    }
  }

  /** The first half of the data has one target, the others have another. */
  private static Dataset targeted(Dataset data, String first, String second) {
    List<Example> examples = new ArrayList<>();
    for (Example example : data.examples()) {
      String target = examples.size() < data.size() / 2 ? first : second;
      examples.add(
          new Example(
              example.id(),
              example.sentence().withTarget(target),
              example.stance(),
              null,
              example.group(),
              example.attributes()));
    }
    return new Dataset(data.name(), examples);
  }

  @Test
  void heldOutTargetsThatTrainingLacksAreRefusedWhereEachHasItsModel() {
    Recipe recipe =
        Recipes.parse(
            Recipes.source("ngram-linear").replace("name: ngram-linear", "name: each")
                + "perTarget: true\n",
            "test");
    Dataset training = targeted(dataset, "tea", "coffee");
    Dataset heldOut = targeted(dataset.named("kept"), "tea", "milk");
    assertEquals(
        "dataset kept has the target 'milk', which recipe each cannot learn: it trains one"
            + " model for each target of "
            + training.name()
            + ", which are coffee, tea; leave the rows of other targets out or set perTarget:"
            + " false",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainRequest(List.of(recipe), training, Map.of(HeldOut.TEST, heldOut)))
            .getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainRequest(List.of(recipe), dataset, Map.of()))
            .getMessage()
            .contains("names no target"));
    Dataset spaced = targeted(dataset.named("kept"), "tea ", " coffee");
    new TrainRequest(List.of(recipe), training, Map.of(HeldOut.TEST, spaced));
    new TrainRequest(
        List.of(Recipes.load("ngram-linear")), training, Map.of(HeldOut.TEST, heldOut));
  }

  @Test
  void recipesOfDifferentFoldsAreRefused() {
    Recipe five = Recipes.load("ngram-linear");
    Recipe three =
        Recipes.parse(
            Recipes.source("ngram-linear").replace("name: ngram", "name: other") + "folds: 3\n",
            "test");
    assertEquals(
        "recipes must have the same number of folds to be compared, got [ngram-linear: 5,"
            + " other-linear: 3]; train them one by one or change 'folds'",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainRequest(List.of(five, three), dataset, Map.of()))
            .getMessage());
  }

  @Test
  void aNameThatNoStoreTakesIsRefusedBeforeAnyTraining() {
    String source = Recipes.source("ngram-linear");
    for (String name : List.of("default", "a/b", "..", "'a b'")) {
      String yaml = source.replace("name: ngram-linear", "name: " + name);
      String message =
          assertThrows(RecipeException.class, () -> Recipes.parse(yaml, "mine.yaml")).getMessage();
      assertTrue(message.startsWith("mine.yaml, line 2, column 1: name: "), message);
    }
  }

  @Test
  void theFilesOfAModelOfOtherLabelsAreNotRead() throws IOException {
    train(Recipes.load("ngram-linear"));
    Path manifest = version(1).resolve("manifest.json");
    String json = Files.readString(manifest);
    assertNotEquals(json, json.replace("\"pro\"", "\"for\""));
    Files.writeString(manifest, json.replace("\"pro\"", "\"for\""));
    assertEquals(
        "model ngram-linear@1 has the labels [for, anti, neutral], this stance4j has [pro, anti,"
            + " neutral]",
        assertThrows(ModelStoreException.class, () -> ModelLoader.load(store, "ngram-linear", null))
            .getMessage());
  }
}
