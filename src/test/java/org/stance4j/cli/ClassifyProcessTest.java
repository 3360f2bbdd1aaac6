package org.stance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.pipeline.TinyModel;

/** What only a process of its own shows: streams, environment, loaded classes. */
class ClassifyProcessTest {
  private static @TempDir Path models;
  private @TempDir Path folder;

  @BeforeAll
  static void trainAModel() {
    TinyModel.publish(models);
  }

  private ProcessBuilder program(List<String> options, Path input) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Duser.language=tr", "-Dfile.encoding=ISO-8859-9"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StanceCli.class.getName(), "classify", "--models", models.toString()));
    command.add(input.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String variable : List.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE")) {
      builder.environment().remove(variable);
    }
    return builder.redirectError(folder.resolve("err").toFile());
  }

  private String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    assertEquals("", Files.readString(folder.resolve("err")));
    return out;
  }

  private Path article() throws IOException {
    return Files.writeString(folder.resolve("a.txt"), "🚀 " + TinyModel.PRO);
  }

  @Test
  void noNativeLibraryIsLoadedForAModelOfWords() throws IOException, InterruptedException {
    String out = output(program(List.of("-Xlog:class+load"), article()));
    assertTrue(out.contains("org.stance4j.classifier.LinearClassifier "), "classes are listed");
    Pattern natives = Pattern.compile("ai\\.onnxruntime|ai\\.djl|org\\.nd4j|org\\.bytedeco");
    assertFalse(natives.matcher(out).find());
  }

  @Test
  void outputIsUtf8WithoutColourWhereItIsNoTerminal() throws IOException, InterruptedException {
    String out = output(program(List.of(), article()));
    assertTrue(out.contains("  🚀 Allies"), out);
    assertFalse(out.contains("\u001b"), out);
  }

  @Test
  void noColorWinsOverEveryWishForColour() throws IOException, InterruptedException {
    ProcessBuilder forced = program(List.of(), article());
    forced.environment().putAll(Map.of("CLICOLOR_FORCE", "1"));
    assertTrue(output(forced).contains("\u001b[32mpro"));
    forced.environment().putAll(Map.of("NO_COLOR", "1"));
    assertFalse(output(forced).contains("\u001b"));
  }

  @Test
  void aReaderThatLeavesEndsTheWorkWithoutAWord() throws IOException, InterruptedException {
    Path table =
        Files.writeString(
            folder.resolve("t.csv"), "text\n" + (TinyModel.PRO + "\n").repeat(20_000));
    Process process = program(List.of(), table).start();
    try (InputStream out = process.getInputStream()) {
      assertEquals("text,", new String(out.readNBytes(5), UTF_8));
    }
    assertEquals(141, process.waitFor());
    assertEquals("", Files.readString(folder.resolve("err")));
  }
}
