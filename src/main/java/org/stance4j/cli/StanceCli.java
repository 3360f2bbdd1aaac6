package org.stance4j.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.stance4j.provenance.EnvironmentInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program: {@code stance COMMAND}. */
@Command(
    name = "stance",
    mixinStandardHelpOptions = true,
    versionProvider = StanceCli.Version.class,
    description = "Marks every sentence as pro, anti or neutral towards NATO's engagement in Asia.",
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      BehaviourCommand.class,
      ClassifyCommand.class,
      CompareCommand.class,
      CompletionCommand.class,
      CurveCommand.class,
      DataCommand.class,
      ExplainCommand.class,
      ModelsCommand.class,
      RecipeCommand.class,
      TuneCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed: the message names the cause and the way out",
      "2:wrong usage",
      "141:the program that read the output has ended, as head does"
    },
    footer = {"", "Try: stance classify ARTICLE.txt"})
public final class StanceCli implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = StandardOutput.writer();
    // Deeplearning4j prints to it whatever the log level; ours goes to the descriptor
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine().setOut(out).setErr(err).execute(arguments);
    try {
      out.flush();
    } catch (UncheckedIOException e) {
      code = ErrorHandler.tell(e, err);
    }
    err.flush();
    System.exit(code);
  }

  /** The program with its error handling, for {@code main} and for tests. */
  public static CommandLine commandLine() {
    return new CommandLine(new StanceCli())
        .setExecutionExceptionHandler(new ErrorHandler())
        .setParameterExceptionHandler(new ErrorHandler())
        .setExecutionStrategy(StanceCli::run)
        .setUsageHelpAutoWidth(true);
  }

  /** Runs a command or prints its help; picocli does not ask the handlers about a failed help. */
  private static int run(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (UncheckedIOException e) {
      return ErrorHandler.tell(e, parsed.commandSpec().commandLine().getErr());
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** {@code stance --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      EnvironmentInfo environment = EnvironmentInfo.current();
      return new String[] {
        "stance4j " + environment.stance4jVersion() + " (Java " + environment.javaVersion() + ")"
      };
    }
  }
}
