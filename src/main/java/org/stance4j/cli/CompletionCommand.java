package org.stance4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stance completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script with which a shell completes commands and options.",
    footer = {
      "",
      "bash and zsh: source <(stance completion bash)",
      "fish:         stance completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final String PROGRAM = "stance";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
  private String shell = "";

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    String script =
        switch (shell) {
          // one script for both: it calls bashcompinit where it runs in zsh
          case "bash", "zsh" -> AutoComplete.bash(PROGRAM, program);
          case "fish" -> fish(program.getCommandSpec());
          default ->
              throw new ParameterException(
                  spec.commandLine(), "'" + shell + "' is no shell; allowed are bash, zsh, fish");
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(script);
    out.flush();
    return 0;
  }

  /** picocli writes none for fish. */
  private static String fish(CommandSpec program) {
    List<String> lines = new ArrayList<>();
    lines.add("complete -c " + PROGRAM + " -f");
    fish(program, "", lines);
    return String.join("\n", lines) + "\n";
  }

  /**
   * Adds what a command completes.
   *
   * @param seen condition under which the words typed so far name this command
   */
  private static void fish(CommandSpec command, String seen, List<String> lines) {
    String subcommands = String.join(" ", command.subcommands().keySet());
    String none =
        seen.isEmpty()
            ? "__fish_use_subcommand"
            : seen + "; and not __fish_seen_subcommand_from " + subcommands;
    for (Map.Entry<String, CommandLine> entry : command.subcommands().entrySet()) {
      CommandSpec subcommand = entry.getValue().getCommandSpec();
      lines.add(
          "complete -c "
              + PROGRAM
              + " -n "
              + quoted(none)
              + " -a "
              + entry.getKey()
              + " -d "
              + quoted(first(subcommand.usageMessage())));
      String own = "__fish_seen_subcommand_from " + entry.getKey();
      fish(subcommand, seen.isEmpty() ? own : seen + "; and " + own, lines);
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        lines.add(fish(option, seen.isEmpty() ? "__fish_use_subcommand" : seen));
      }
    }
  }

  private static String fish(OptionSpec option, String seen) {
    StringBuilder line = new StringBuilder("complete -c " + PROGRAM + " -n " + quoted(seen));
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
    }
    if (option.arity().max() > 0) {
      boolean isPath =
          option.type() == Path.class
              || (option.auxiliaryTypes().length > 0 && option.auxiliaryTypes()[0] == Path.class);
      line.append(isPath ? " -r -F" : " -x");
    }
    String[] description = option.description();
    return line.append(" -d ")
        .append(quoted(description.length == 0 ? "" : sentence(description[0])))
        .toString();
  }

  private static String first(UsageMessageSpec usage) {
    return usage.description().length == 0 ? "" : sentence(usage.description()[0]);
  }

  /** Up to the first full stop; picocli's variables and escapes are left out. */
  private static String sentence(String text) {
    String plain = text.replaceAll("\\$\\{[^}]*\\}", "…").replace("%n", " ").replace("%%", "%");
    int end = plain.indexOf(". ");
    return end < 0 ? plain : plain.substring(0, end + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
