package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class CompletionCommandTest {
  @TempDir Path folder;

  /** Sources the script in bash and asks what it makes of the words typed. */
  private String complete(String... words) throws IOException, InterruptedException {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, Cli.done("completion", "bash").out());
    String typed = "'" + String.join("' '", words) + "'";
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source '"
                    + script
                    + "'; COMP_WORDS=("
                    + typed
                    + "); COMP_CWORD="
                    + (words.length - 1)
                    + "; _complete_stance; echo \"${COMPREPLY[*]}\"")
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(10, TimeUnit.SECONDS));
    return said.strip();
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to ask");
    assertEquals("classify", complete("stance", "cl"));
    assertEquals("quantise", complete("stance", "models", "q"));
    assertTrue(complete("stance", "train", "--rec").contains("--recipe"));
  }

  @Test
  void zshTakesTheSameScript() {
    assertEquals(Cli.done("completion", "bash").out(), Cli.done("completion", "zsh").out());
    assertTrue(Cli.done("completion", "zsh").out().contains("bashcompinit"));
  }

  @Test
  void fishGetsALineForEachCommandAndOption() {
    List<String> lines = Cli.done("completion", "fish").out().lines().toList();
    assertEquals("complete -c stance -f", lines.get(0));
    assertTrue(
        lines.contains(
            "complete -c stance -n '__fish_use_subcommand' -a tune -d '"
                + TuneCommand.class.getAnnotation(Command.class).description()[0]
                + "'"),
        () -> String.join("\n", lines));
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.startsWith(
                        "complete -c stance -n '__fish_seen_subcommand_from data; and"
                            + " __fish_seen_subcommand_from audit' -l out -r -F -d '")),
        () -> String.join("\n", lines));
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("and not __fish_seen_subcommand_from list ")),
        () -> String.join("\n", lines));
    // an apostrophe in a description is escaped
    lines.forEach(
        line ->
            assertEquals(
                0, line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2, line));
  }

  @Test
  void anotherShellIsMisuse() {
    assertEquals(
        "'csh' is no shell; allowed are bash, zsh, fish; see 'stance completion --help'",
        Cli.misuse("completion", "csh"));
  }
}
