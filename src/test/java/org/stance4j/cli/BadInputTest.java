package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.SampleSentences;
import org.stance4j.provenance.Sha256;
import org.stance4j.recipe.Recipes;

/** Each wrong input costs one line, an exit code and nothing half-written. */
class BadInputTest {
  @TempDir Path folder;
  private Path models;

  @BeforeEach
  void name() {
    models = folder.resolve("models");
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    assertFalse(Files.exists(models));
  }

  private String failure(Path data, Object... more) {
    Object[] command = {"train", "--recipe", "ngram-linear", "--models", models, "--data", data};
    Object[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Cli.failure(all);
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void anEmptyFile() throws IOException {
    assertEquals(
        "empty.csv: the file is empty; it must hold a header and rows",
        failure(file("empty.csv", "")));
    assertEquals(
        "dataset header is empty; add sentences of at least two stances",
        failure(file("header.csv", "text,label\n")));
  }

  @Test
  void aBinaryFile() throws IOException {
    Path file = folder.resolve("picture.csv");
    Files.write(file, new byte[] {'a', '\n', 'b', 0, 1, 2, (byte) 0xFF});
    assertEquals(
        "picture.csv, line 2: byte 0x00 at offset 3 is no text; the file is binary or UTF-16: save"
            + " it as UTF-8",
        failure(file));
  }

  @Test
  void anotherEncoding() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(
        file,
        "text,label\nA caf\u00e9 in the port.,neutral\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "latin.csv, line 2: byte 0xE9 at offset 16 is not UTF-8; save the file as UTF-8",
        failure(file));
  }

  @Test
  void noColumnOfTexts() throws IOException {
    assertEquals(
        "columns.csv, line 1, column text: no such column; the file has sentence, label; rename one"
            + " or name it with --text-column",
        failure(file("columns.csv", "sentence,label\nA port.,neutral\n")));
  }

  @Test
  void anUnknownLabel() throws IOException {
    String message =
        failure(file("labels.csv", "text,label\nA port.,neutral\nGood port.,positive\n"));
    assertTrue(message.startsWith("labels.csv, line 3, column label: "), message);
    assertTrue(message.contains("positive"), message);
    assertTrue(message.contains("--labels positive=pro|anti|neutral"), message);
  }

  @Test
  void aMissingFile() {
    Path file = folder.resolve("nosuch.csv");
    assertEquals("no such file: " + file + "; check the path", failure(file));
  }

  @Test
  void aFolderWithoutTables() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("sample"));
    assertEquals(
        "sample: not a dataset folder; it must hold articles.csv, sentences.csv or annotations.csv,"
            + " or texts and labels by line (train_text.txt and train_labels.txt)",
        failure(empty));
  }

  @Test
  void oneStanceOnly() throws IOException {
    List<String> rows =
        SampleSentences.rows(1).stream()
            .map(row -> row.replaceAll(",(anti|neutral),", ",pro,"))
            .toList();
    assertEquals(
        "dataset one holds pro only; add sentences of at least two stances",
        failure(SampleSentences.csv(folder.resolve("one.csv"), rows)));
  }

  @Test
  void fewerGroupsThanFolds() throws IOException {
    List<String> rows =
        SampleSentences.rows(1).stream().map(row -> row.replaceAll(",g(\\d+)$", ",g1")).toList();
    assertEquals(
        "dataset few has 60 sentences in 1 groups (documents, arguments and near-duplicates are"
            + " joined), fewer than the 5 folds of recipe ngram-linear; add other text, or set"
            + " fewer 'folds' in a recipe file",
        failure(SampleSentences.csv(folder.resolve("few.csv"), rows)));
  }

  @Test
  void anUnknownRecipe() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    assertEquals(
        "no recipe 'nosuch'; shipped are majority, ngram-linear, embedding-linear, embedding-svm,"
            + " embedding-mlp, embedding-xgboost, token-conv, token-attention, ensemble, per-target,"
            + " finetune-fast, finetune-best, tuned-ensemble, or give the path of a YAML file",
        failure(data, "--recipe", "nosuch"));
    assertTrue(
        failure(data, "--recipe", "ngram-linear")
            .startsWith("recipes must be one or more with different names"));
  }

  @Test
  void aRecipeFileWithAnUnknownKey() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    String yaml = Recipes.source("ngram-linear");
    Path recipe = file("mine.yaml", yaml.replace("balanced:", "balance:"));
    assertEquals(
        recipe
            + ", line 14, column 3: classifier: unknown key 'balance'; did you mean 'balanced'? Known"
            + " here are balanced, cost, type",
        failure(data, "--recipe", recipe));
    assertTrue(
        failure(data, "--recipe", file("mine.yaml", yaml.replace("cost: 1.0", "cost: 0")))
            .endsWith("classifier: cost must be a number above 0, got '0'"));
    assertTrue(
        failure(data, "--recipe", file("mine.yaml", yaml.replace("name: ngram-linear", "name:")))
            .contains(": name must be a text"));
    assertTrue(
        failure(data, "--recipe", file("mine.yaml", "a: [1\n")).contains("mine.yaml, line "));
    assertTrue(failure(data, "--recipe", file("mine.yaml", "a: \u0001\n")).contains("not YAML"));
    assertTrue(failure(data, "--recipe", file("mine.yaml", "")).contains("must be a mapping"));
    assertTrue(failure(data, "--recipe", data).contains("data.csv"));
  }

  @Test
  void aModelsFolderThatCannotBeWritten() throws IOException {
    Path data = SampleSentences.csv(folder.resolve("data.csv"), 1);
    Path below = data.resolve("models");
    String message = Cli.failure("train", "--data", data, "--models", below);
    assertEquals(
        "models folder "
            + below
            + " cannot be written (a file is in the way); choose another with --models",
        message);
  }

  private Path standOff(String text) throws IOException {
    file("documents/d.txt", "Good. Bad.");
    file("labels/documents.csv", "file,sha256\nd.txt," + Sha256.ofText("Good. Bad.") + "\n");
    Path labels =
        file(
            "labels/annotations.csv",
            "document,start,end,kind,label,holder,sha256\nd.txt,0,5,body,pro,author,"
                + Sha256.ofText("Good.")
                + "\nd.txt,6,10,body,anti,author,"
                + Sha256.ofText("Bad.")
                + "\n");
    file("documents/d.txt", text);
    return labels;
  }

  @Test
  void documentsMissingAlteredOrNoFolder() throws IOException {
    for (Path data : List.of(standOff("Good. Bad."), folder.resolve("labels"))) {
      Path documents = folder.resolve("documents");
      standOff("Good. Bad.");
      // all fits: what fails is that it is too little to learn from
      assertTrue(failure(data, "--documents", documents).contains(" has 2 sentences in 1 groups"));

      standOff("Good. Bad!");
      String altered = failure(data, "--documents", documents);
      assertTrue(altered.contains("d.txt: file has SHA-256 "), altered);
      assertTrue(altered.contains("label in line 3: span [6, 10) has SHA-256 "), altered);
      assertTrue(altered.endsWith("use the very files that were labelled, byte for byte"), altered);

      Files.delete(documents.resolve("d.txt"));
      String missing = failure(data, "--documents", documents);
      assertTrue(missing.contains("d.txt: missing from the folder documents"), missing);

      Path none = folder.resolve("nowhere");
      assertEquals(
          none + " is no folder; name the folder of the documents with --documents",
          failure(data, "--documents", none));
    }
    assertTrue(
        failure(folder.resolve("labels").resolve("annotations.csv"))
            .endsWith("name the folder of its documents with --documents"));
  }

  @Test
  void optionsThatAreUnknownOrMissing() {
    assertTrue(Cli.misuse("train", "--recipes", "x").contains("--recipes"));
    assertTrue(Cli.misuse("evaluate", "default").contains("--data"));
    assertTrue(Cli.misuse("compare", "a", "b").contains("--data"));
    assertTrue(Cli.misuse("evaluate", "--data", "x.csv").contains("MODEL"));
    assertTrue(Cli.misuse("train", "--seed", "x").contains("--seed"));
    assertTrue(Cli.misuse("nosuch").contains("nosuch"));
    assertTrue(Cli.misuse("data", "hydrate").contains("--documents"));
  }

  @Test
  void aSlipOfTheFingersIsAnsweredWithSimilarNames() {
    assertEquals(
        "Unknown option: '--recipes'; similar: --recipe; see 'stance train --help'",
        Cli.misuse("train", "--recipes"));
    String command = Cli.misuse("clasify");
    assertTrue(command.contains("; similar: "), command);
    assertTrue(command.contains("classify"), command);
    assertTrue(command.endsWith("; see 'stance --help'"), command);
  }

  @Test
  void aStackTraceIsNeverShownForWrongInput() throws IOException {
    Cli result = Cli.run("data", "stats", file("bad.csv", "text,label\n\"open,pro\n"));
    assertEquals(1, result.code());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
  }
}
