package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the jar that the build has just packed. */
class LauncherIT {
  private static final Path JAR = Path.of("target", "stance4j.jar");

  @TempDir Path folder;

  /** Otherwise the launcher would build, inside the build. */
  @BeforeEach
  void theJarIsUpToDate() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
    assumeTrue(Files.isRegularFile(JAR) && Files.isDirectory(Path.of("target", "lib")), "no jar");
    FileTime packed = Files.getLastModifiedTime(JAR);
    List<Path> sources = new ArrayList<>(List.of(Path.of("pom.xml")));
    try (Stream<Path> paths = Files.walk(Path.of("src", "main"))) {
      paths.forEach(sources::add);
    }
    for (Path source : sources) {
      assumeTrue(
          Files.getLastModifiedTime(source).compareTo(packed) <= 0,
          source + " is newer than the jar");
    }
  }

  private Cli launch(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return launch(command);
  }

  private Cli launch(List<String> command) throws Exception {
    Path out = folder.resolve("out.log");
    Path err = folder.resolve("err.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    return new Cli(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void itRunsFromAnyFolderAndThroughALink() throws Exception {
    Path launcher = Path.of("stance").toAbsolutePath();
    Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher);
    for (Path way : List.of(launcher, link)) {
      Cli version = launch(way, "--version");
      assertEquals("", version.err());
      assertTrue(version.out().startsWith("stance4j "), version.out());
      assertEquals(0, version.code());
    }
    assertEquals(2, launch(link).code());
    Files.delete(link);
  }

  @Test
  void theShippedDatasetIsFoundWithoutBeingNamed() throws Exception {
    Cli stats = launch(Path.of("stance").toAbsolutePath(), "data", "stats");
    assertTrue(stats.out().startsWith("nato-asia: "), stats.out() + stats.err());
  }

  @Test
  void theJarAloneFindsDatasetAndModelsFromAnyFolder() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> jar = List.of(java, "-jar", JAR.toAbsolutePath().toString());
    Cli stats = launch(Stream.concat(jar.stream(), Stream.of("data", "stats")).toList());
    assertTrue(stats.out().startsWith("nato-asia: "), stats.out() + stats.err());
    Cli help = launch(Stream.concat(jar.stream(), Stream.of("models", "list", "--help")).toList());
    String words = help.out().replaceAll("\\s+", "");
    String models = Path.of("models").toAbsolutePath().toString().replaceAll("\\s+", "");
    assertTrue(words.contains("(default:" + models + ")"), help.out() + help.err());
  }
}
