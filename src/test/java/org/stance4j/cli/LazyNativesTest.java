package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.pipeline.SampleSentences;

/** Commands that need no library of the machine's own load none, in a JVM of their own. */
class LazyNativesTest {
  private static final List<String> HEAVY =
      List.of(
          "org.nd4j.",
          "org.deeplearning4j.",
          "org.bytedeco.",
          "ai.onnxruntime.",
          "ai.djl.",
          "ml.dmlc.");

  @TempDir Path folder;

  /** Names of the classes that a command loads. */
  private List<String> loaded(String... arguments) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.log");
    Path output = folder.resolve("output.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + classes + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                "org.stance4j.cli.StanceCli"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.waitFor(), Files.readString(output));
    List<String> names = Files.readAllLines(classes);
    assertTrue(
        names.stream().anyMatch(line -> line.contains("org.stance4j.cli.StanceCli ")),
        "the log names the classes");
    return names;
  }

  private static void assertLight(List<String> loaded, List<String> packages) {
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(line -> packages.stream().anyMatch(name -> line.contains(" " + name)))
            .limit(5)
            .toList());
  }

  private static List<String> withTribuo() {
    List<String> all = new ArrayList<>(HEAVY);
    all.add("org.tribuo.");
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "data stats datasets/nato-asia", "models list --models nowhere"})
  void lookingLoadsNoClassifierAndNoEncoder(String command) throws Exception {
    assertLight(loaded(command.split(" ")), withTribuo());
  }

  @Test
  void anAuditLoadsNoClassifierAndNoEncoder() throws Exception {
    String data = SampleSentences.csv(folder.resolve("data.csv"), 1).toString();
    assertLight(loaded("data", "audit", data), withTribuo());
  }

  @Test
  void aModelOfWordsIsTrainedAndUsedWithoutNativeLibraries() throws Exception {
    String data = SampleSentences.csv(folder.resolve("data.csv"), 1).toString();
    String models = folder.resolve("models").toString();
    List<String> training =
        loaded("train", "--recipe", "ngram-linear", "--data", data, "--models", models);
    assertLight(training, HEAVY);
    assertTrue(
        training.stream().anyMatch(line -> line.contains(" org.tribuo.")),
        "a class that is loaded is seen");
    assertLight(loaded("evaluate", "default", "--data", data, "--models", models), withTribuo());
  }
}
