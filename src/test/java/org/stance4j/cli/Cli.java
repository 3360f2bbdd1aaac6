package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one command did.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err its errors and progress
 */
record Cli(int code, String out, String err) {
  /** Runs the program in this JVM. */
  static Cli run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        StanceCli.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new Cli(code, out.toString(), err.toString());
  }

  /** Runs the program and demands success. */
  static Cli done(Object... arguments) {
    Cli result = run(arguments);
    assertEquals(0, result.code, result.err);
    return result;
  }

  /** Runs the program, demands exit code 1 and returns the one line of error. */
  static String failure(Object... arguments) {
    Cli result = run(arguments);
    assertEquals(1, result.code, result.out + result.err);
    assertEquals(1, result.err.lines().count(), result.err);
    assertEquals("stance: ", result.err.substring(0, 8));
    return result.err.strip().substring(8);
  }

  /** Runs the program, demands exit code 2 and returns the one line of error. */
  static String misuse(Object... arguments) {
    Cli result = run(arguments);
    assertEquals(2, result.code, result.out + result.err);
    assertEquals(1, result.err.lines().count(), result.err);
    assertEquals("stance: ", result.err.substring(0, 8));
    return result.err.strip().substring(8);
  }

  /** Every file and folder below a folder, relative to it; nothing where it does not exist. */
  static List<String> tree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .skip(1)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
