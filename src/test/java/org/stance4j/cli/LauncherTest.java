package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's syntax, and how it builds, with stand-ins for {@code java} and {@code mvn}. */
class LauncherTest {
  private static final String BUILDS =
      "echo build >>builds; sleep 1; mkdir -p target/lib; touch target/stance4j.jar";

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void aHomeWithoutABuild() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
    home = Files.createDirectory(folder.resolve("a home"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(Path.of("stance"), home.resolve("stance"));
    script(
        "java", "[ \"$1\" != -version ] || echo 'openjdk version \"17.0.1\"'; echo \"$@\" >>runs");
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Process start(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 2];
    command[0] = "/bin/sh";
    command[1] = home.resolve("stance").toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_HOME");
    environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
    return builder.redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theLauncherIsAPosixScript() throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-n", "stance").redirectErrorStream(true).start();
    assertEquals("", output(process));
    assertEquals(0, process.waitFor());
  }

  @Test
  void ofTwoFirstStartsOneBuildsAndTheOtherWaits() throws Exception {
    script("mvn", BUILDS);
    Process one = start("train");
    Process two = start("train");
    String said = output(one) + output(two);
    assertEquals(0, one.waitFor(), said);
    assertEquals(0, two.waitFor(), said);
    assertEquals(List.of("build"), Files.readAllLines(home.resolve("builds")));
    assertTrue(said.contains("stance: waiting for another start that builds ..."), said);
    assertFalse(Files.exists(home.resolve("target/build.lock")));
  }

  @Test
  void aBuildThatFailsLeavesNoLock() throws Exception {
    script("mvn", "echo no network; exit 1");
    Process process = start("train");
    String said = output(process);
    assertEquals(1, process.waitFor());
    assertTrue(said.contains("no network\nstance: the build failed"), said);
    assertFalse(Files.exists(home.resolve("target/build.lock")));
  }

  @Test
  void withoutADefaultModelNoArticleIsClassifiedAhead() throws Exception {
    script("mvn", BUILDS);
    Process first = start("models", "list");
    assertEquals(0, first.waitFor(), output(first));
    assertFalse(Files.readString(home.resolve("runs")).contains("ArchiveClassesAtExit"));
    Files.createDirectory(home.resolve("models"));
    Files.writeString(home.resolve("models/default"), "a@1\n");
    Process second = start("models", "list");
    assertEquals(0, second.waitFor(), output(second));
    assertTrue(Files.readString(home.resolve("runs")).contains("ArchiveClassesAtExit"));
  }

  @Test
  void whatTrainsGetsMemoryAndTheFullCompiler() throws Exception {
    script("mvn", BUILDS);
    for (List<String> command :
        List.of(
            List.of("train"),
            List.of("curve"),
            List.of("data", "noise"),
            List.of("recipe", "compare"))) {
      Process process = start(command.toArray(String[]::new));
      assertEquals(0, process.waitFor(), output(process));
      List<String> runs = Files.readAllLines(home.resolve("runs"));
      String last = runs.get(runs.size() - 1);
      assertTrue(last.startsWith("-Xmx4g ") && !last.contains("TieredStopAtLevel"), last);
    }
    Process other = start("recipe", "list");
    assertEquals(0, other.waitFor(), output(other));
    List<String> runs = Files.readAllLines(home.resolve("runs"));
    assertTrue(runs.get(runs.size() - 1).startsWith("-XX:TieredStopAtLevel=1 "), runs.toString());
  }
}
