package org.stance4j.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  @TempDir Path folder;

  private Path root;
  private ModelStore store;

  @BeforeEach
  void open() {
    root = folder.resolve("models");
    store = new ModelStore(root);
  }

  static ModelManifest draft(String name) {
    return new ModelManifest(
        ModelManifest.FORMAT_VERSION,
        name,
        1,
        "ngram-linear",
        "ngrams",
        "linear",
        List.of("pro", "anti", "neutral"),
        new TreeMap<>(),
        new TreeMap<>(Map.of("name", "toy", "rows", "3")),
        17,
        new TreeMap<>(Map.of("macroF1", 0.5)),
        new TreeMap<>(Map.of("java", "17")),
        new TreeMap<>());
  }

  private static Map<String, byte[]> files(String content) {
    return Map.of(
        "classifier.safetensors",
        content.getBytes(StandardCharsets.UTF_8),
        "recipe.yaml",
        "name: x\n".getBytes(StandardCharsets.UTF_8));
  }

  private ModelRef publish(String name, String content) {
    return store.publish(draft(name), files(content));
  }

  private static String text(StoredModel model) {
    return new String(model.file("classifier.safetensors"), StandardCharsets.UTF_8);
  }

  private static String refused(Runnable action) {
    return assertThrows(ModelStoreException.class, action::run).getMessage();
  }

  private static void assertContains(String part, String message) {
    assertTrue(message.contains(part), message);
  }

  @Test
  void whatIsPublishedIsOpened() {
    ModelRef ref = publish("ngram", "weights");
    assertEquals(new ModelRef("ngram", 1), ref);
    for (String name : List.of("ngram", "ngram@1", root.resolve("ngram/1").toString())) {
      StoredModel model = store.open(name);
      assertEquals(ref, model.manifest().ref());
      assertEquals("weights", text(model));
      assertEquals(
          List.of("classifier.safetensors", "recipe.yaml"), List.copyOf(model.files().keySet()));
      assertEquals(7 + 8, model.manifest().totalBytes());
      assertEquals("toy", model.manifest().dataset().get("name"));
    }
    assertEquals(
        "model ngram@1 has no file x; it has [classifier.safetensors, recipe.yaml]",
        refused(() -> store.open("ngram").file("x")));
  }

  @Test
  void versionsCountUpAndOldOnesStay() throws IOException {
    for (int version = 1; version <= 11; version++) {
      assertEquals(new ModelRef("ngram", version), publish("ngram", "v" + version));
    }
    assertEquals("v11", text(store.open("ngram")));
    assertEquals("v2", text(store.open("ngram@2")));
    assertEquals("v1", text(store.open("ngram@1")));
    assertEquals(
        IntStream.rangeClosed(1, 11).boxed().toList(),
        store.refs().stream().map(ModelRef::version).toList());
    try (Stream<Path> names = Files.list(root.resolve("ngram"))) {
      assertEquals(11, names.count(), "nothing is left beside the versions");
    }
  }

  @Test
  void aVersionThatWasDeletedInTheMiddleIsNotFilledIn() throws IOException {
    publish("ngram", "a");
    publish("ngram", "b");
    publish("ngram", "c");
    DurableFiles.deleteTree(root.resolve("ngram/2"));
    assertEquals(4, publish("ngram", "d").version());
  }

  @Test
  void modelsAreListedByNameAndVersion() {
    assertEquals(List.of(), store.refs());
    publish("b", "1");
    publish("a", "1");
    publish("b", "2");
    assertEquals("[a@1, b@1, b@2]", store.refs().toString());
  }

  @Test
  void theDefaultIsWhatWasChosenAndNotTheNewest() {
    publish("a", "first");
    publish("a", "second");
    assertEquals(Optional.empty(), store.defaultModel());
    assertContains(
        "; run 'stance train', or name one with --model", refused(() -> store.open("default")));
    store.setDefault(new ModelRef("a", 1));
    assertEquals(Optional.of(new ModelRef("a", 1)), store.defaultModel());
    assertEquals("first", text(store.open("default")));
    store.setDefault(new ModelRef("a", 2));
    assertEquals("second", text(store.open("default")));
    assertEquals(2, store.refs().size());
  }

  @Test
  void theDefaultMustBeAModelThatIsThere() throws IOException {
    publish("a", "first");
    assertContains(
        "unknown model 'a@2'; models in ", refused(() -> store.setDefault(new ModelRef("a", 2))));
    store.setDefault(new ModelRef("a", 1));
    DurableFiles.deleteTree(root.resolve("a"));
    assertContains(
        "unknown model 'a@1'; there are no models", refused(() -> store.open("default")));
    Files.writeString(root.resolve("default"), "nonsense\n");
    assertEquals(
        root.resolve("default")
            + ": 'nonsense' is no model version; write it name@version, such as ngram@1",
        refused(() -> store.open("default")));
  }

  @Test
  void anUnknownModelIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "unknown model 'ngram'; there are no models in "
            + root
            + "; run 'stance train' or choose another folder with --models",
        refused(() -> store.open("ngram")));
    publish("b", "1");
    publish("a", "1");
    publish("a", "2");
    for (String unknown : List.of("ngram", "a@3", "A@0001x", "a/1", "")) {
      assertEquals(
          "unknown model '" + unknown + "'; models in " + root + ": a@1, a@2, b@1",
          refused(() -> store.open(unknown)));
    }
    assertEquals("model version must be at least 1, got 0", refused(() -> store.open("a@0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such", "..no", "../nosuch", "a\0b", "1", "default/1", "a\\1"})
  void oddNamesAreUnknownModelsAndNothingWorse(String name) throws IOException {
    publish("a", "1");
    // a version-like folder beside the store must not be found through it
    Files.createDirectories(folder.resolve("1"));
    Files.createDirectories(root.resolve("1"));
    assertContains("unknown model '" + name + "'", refused(() -> store.open(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "../x", "/x", "a/b", "a\\b", ".a", "-a", "a b", "ä", "default", "Default"
      })
  void namesThatLeaveTheFolderOrMeanSomethingElseAreRefused(String name) {
    String message = refused(() -> publish(name, "x"));
    assertContains("'" + name + "' is no model name; use up to 64 letters", message);
    assertThrows(ModelStoreException.class, () -> new ModelRef(name, 1));
    assertFalse(Files.exists(root));
  }

  @Test
  void namesAreAtMost64Long() {
    assertEquals(64, new ModelRef("x".repeat(64), 1).name().length());
    assertThrows(ModelStoreException.class, () -> new ModelRef("x".repeat(65), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/b", "a\\b", "", "..", ".hidden", "manifest.json", "a\0"})
  void fileNamesThatLeaveTheFolderAreRefused(String name) throws IOException {
    Map<String, byte[]> files = Map.of(name, new byte[1]);
    assertEquals(
        "model a: '" + name + "' cannot name a file of a model",
        refused(() -> store.publish(draft("a"), files)));
    assertFalse(Files.exists(root));

    publish("b", "1");
    Path manifest = root.resolve("b/1/manifest.json");
    String json = name.replace("\\", "\\\\").replace("\0", "\\u0000");
    Files.writeString(manifest, Files.readString(manifest).replace("recipe.yaml", json));
    assertEquals(
        "model b@1: manifest names '" + name + "', which is no file name",
        refused(() -> store.open("b")));
  }

  @Test
  void whatACrashLeftBehindIsIgnored() throws IOException {
    publish("a", "1");
    Path leftover = Files.createDirectories(root.resolve("a/.writing-99-1"));
    Files.writeString(leftover.resolve("classifier.safetensors"), "half");
    Files.createDirectories(root.resolve("b/.writing-99-1"));
    assertEquals("[a@1]", store.refs().toString());
    assertEquals("1", text(store.open("a")));
    assertContains("unknown model 'b'; models in ", refused(() -> store.open("b")));
    assertEquals(2, publish("a", "2").version());
    assertEquals(1, publish("b", "1").version());
  }

  @Test
  void twoPublishersAtOnceGetNumbersOfTheirOwn() throws Exception {
    int rounds = 40;
    CyclicBarrier barrier = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Integer>>> results = new ArrayList<>();
      for (String who : List.of("x", "y")) {
        results.add(
            pool.submit(
                () -> {
                  List<Integer> versions = new ArrayList<>();
                  for (int round = 0; round < rounds; round++) {
                    barrier.await();
                    versions.add(new ModelStore(root).publish(draft("a"), files(who)).version());
                  }
                  return versions;
                }));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<List<Integer>> result : results) {
        all.addAll(result.get());
      }
      assertEquals(
          IntStream.rangeClosed(1, 2 * rounds).boxed().toList(), all.stream().sorted().toList());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    assertEquals(2 * rounds, store.refs().size());
  }

  @Test
  void aFileOfAnotherLengthIsDamage() throws IOException {
    publish("a", "weights");
    Files.writeString(root.resolve("a/1/classifier.safetensors"), "weights and more");
    String message = refused(() -> store.open("a"));
    assertContains("model a@1 is damaged: ", message);
    assertContains(
        "classifier.safetensors has 16 bytes, the manifest says 7; restore the folder or train it"
            + " again",
        message);
  }

  @Test
  void aFileWithAnotherHashIsDamage() throws IOException {
    publish("a", "weights");
    Files.writeString(root.resolve("a/1/classifier.safetensors"), "Weights");
    assertContains(
        "classifier.safetensors does not have the SHA-256 of the manifest",
        refused(() -> store.open("a")));
  }

  @Test
  void aMissingFileIsDamage() throws IOException {
    publish("a", "weights");
    Files.delete(root.resolve("a/1/recipe.yaml"));
    assertContains("recipe.yaml is missing; restore", refused(() -> store.open("a")));
  }

  @Test
  void aFolderWithoutAManifestIsNoModel() throws IOException {
    publish("a", "weights");
    Files.delete(root.resolve("a/1/manifest.json"));
    assertContains(
        "holds no manifest.json; it is not a model folder", refused(() -> store.open("a@1")));
  }

  @Test
  void aFolderOfSomethingElseIsNamedAsSuch() throws IOException {
    publish("a", "weights");
    // the folder of a model's versions, too, is none of them
    for (Path other : List.of(folder, root, root.resolve("a"), Path.of("/"), Path.of(".."))) {
      assertEquals(
          other
              + " holds no manifest.json; it is not a model folder; name one that 'stance models"
              + " list' shows",
          refused(() -> store.open(other.toString())));
    }
    assertContains("unknown model 'nosuch'; models in ", refused(() -> store.open("nosuch")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedBeforeAndAfterTheTraining() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ModelStore unwritable = new ModelStore(file.resolve("models"));
    String early = refused(unwritable::checkWritable);
    assertContains(
        "models folder " + file.resolve("models") + " cannot be written (a file is in the way)",
        early);
    assertContains("; choose another with --models", early);
    assertContains(
        "model a cannot be written to " + file.resolve("models"),
        refused(() -> unwritable.publish(draft("a"), files("x"))));
    assertEquals(List.of(), unwritable.refs());
  }

  @Test
  void theCheckLeavesNothingBehind() throws IOException {
    store.checkWritable();
    assertFalse(Files.exists(root));
    assertEquals(1, publish("a", "weights").version());
    store.checkWritable();
    try (Stream<Path> names = Files.list(root)) {
      assertEquals(List.of(root.resolve("a")), names.toList());
    }
  }

  @Test
  void versionsAreReadFromTheirText() {
    assertEquals(new ModelRef("a.b-c_1", 12), ModelRef.parse("a.b-c_1@12"));
    assertEquals("a@3", new ModelRef("a", 3).toString());
    for (String bad : List.of("a", "a@", "@1", "a@x", "a@1.5", "a@12345678901")) {
      assertEquals(
          "'" + bad + "' is no model version; write it name@version, such as ngram@1",
          refused(() -> ModelRef.parse(bad)));
    }
    assertContains("'../x' is no model name", refused(() -> ModelRef.parse("../x@1")));
    assertTrue(new ModelRef("a", 9).compareTo(new ModelRef("a", 10)) < 0);
    assertTrue(new ModelRef("a", 9).compareTo(new ModelRef("b", 1)) < 0);
  }

  @Test
  void writtenBytesAreTheManifestsBytes() throws IOException {
    publish("a", "weights");
    byte[] json = Files.readAllBytes(root.resolve("a/1/manifest.json"));
    assertArrayEquals(json, ManifestCodec.write(ManifestCodec.read(json, "x")));
  }
}
