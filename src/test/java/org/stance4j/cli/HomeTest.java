package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  private Path jar(String place) throws IOException {
    Path jar = folder.resolve(place);
    Files.createDirectories(jar.getParent());
    return Files.createFile(jar);
  }

  @Test
  void theJarOfABuildLiesBelowItsHome() throws IOException {
    Path jar = jar("a home/target/stance4j.jar");
    assertEquals(Optional.empty(), Home.above(jar), "no datasets, no home");
    Files.createDirectory(folder.resolve("a home/datasets"));
    assertEquals(Optional.of(folder.resolve("a home")), Home.above(jar));
  }

  @Test
  void aJarElsewhereAndAFolderOfClassesHaveNoHome() throws IOException {
    Files.createDirectory(folder.resolve("datasets"));
    assertEquals(Optional.empty(), Home.above(jar("lib/stance4j.jar")));
    assertEquals(Optional.empty(), Home.above(Files.createDirectories(folder.resolve("target/c"))));
    assertEquals(Optional.empty(), Home.above(Path.of("stance4j.jar")));
  }

  @Test
  void withoutJarAndLauncherTheWorkingFolderIsTheHome() {
    assumeTrue(System.getProperty("stance.home") == null, "a launcher has told");
    assertEquals(Path.of("datasets", "nato-asia"), Home.dataset());
    assertEquals(Path.of("models"), Home.models());
    String help = Cli.done("models", "list", "--help").out();
    assertTrue(help.contains("(default: models)"), help);
  }
}
