package org.stance4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  static Stream<List<String>> commands() {
    List<List<String>> paths = new ArrayList<>();
    collect(StanceCli.commandLine(), List.of(), paths);
    return paths.stream();
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
    paths.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, child) ->
                collect(child, Stream.concat(path.stream(), Stream.of(name)).toList(), paths));
  }

  private static CommandLine command(List<String> path) {
    CommandLine command = StanceCli.commandLine();
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    return command;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpNamesEveryOptionAndCommand(List<String> path) {
    Cli help = Cli.done(Stream.concat(path.stream(), Stream.of("--help")).toArray());
    for (OptionSpec option : command(path).getCommandSpec().options()) {
      assertTrue(help.out().contains(option.longestName()), option.longestName() + help.out());
      assertFalse(option.description().length == 0, option.longestName() + " is not described");
    }
    command(path).getSubcommands().keySet().forEach(name -> assertTrue(help.out().contains(name)));
    // what picocli prints where a description holds a single percent sign or an unknown variable
    assertFalse(help.out().contains("%" + "s"), help.out());
    assertFalse(help.out().contains("${"), help.out());
    assertEquals("", help.err());
  }

  @Test
  void thereAreTheCommandsOfTheReadme() {
    List<String> names = commands().map(path -> String.join(" ", path)).toList();
    for (String name :
        List.of(
            "train",
            "evaluate",
            "behaviour",
            "classify",
            "compare",
            "explain",
            "tune",
            "data hydrate",
            "data stats",
            "data audit",
            "data agreement",
            "data noise",
            "data split",
            "models list",
            "models show",
            "models verify",
            "models default",
            "models quantise",
            "recipe compare")) {
      assertTrue(names.contains(name), name);
    }
  }

  @Test
  void percentSignsAreShownOnce() {
    assertTrue(Cli.done("evaluate", "--help").out().contains("95 % intervals"));
  }

  @Test
  void exitCodesAreListed() {
    String help = Cli.done("--help").out();
    assertTrue(help.contains("Exit codes:"), help);
    assertTrue(help.contains("wrong usage"), help);
  }

  @Test
  void aGroupWithoutACommandIsMisuse() {
    assertEquals("a command is missing; see 'stance --help'", Cli.misuse());
    assertTrue(
        Cli.misuse("data")
            .matches("a command is missing: hydrate, stats.* or \\w+; see 'stance data --help'"));
    assertEquals(
        "a command is missing: list, show, verify, default or quantise; see 'stance models --help'",
        Cli.misuse("models"));
  }

  @Test
  void theVersionNamesProgramAndJava() {
    String version = Cli.done("--version").out();
    assertTrue(
        version.matches("stance4j \\S+ \\(Java " + Runtime.version().feature() + ".*\\)\n"),
        version);
  }
}
