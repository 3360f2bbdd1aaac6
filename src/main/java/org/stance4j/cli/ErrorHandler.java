package org.stance4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.HydrationException;
import org.stance4j.encoder.EncoderException;
import org.stance4j.files.IoReason;
import org.stance4j.recipe.RecipeException;
import org.stance4j.store.ModelStoreException;
import org.stance4j.tensor.TensorFormatException;
import org.stance4j.text.UnreadableTextException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns exceptions into one line and an exit code: 1 for what failed, 2 for wrong usage.
 *
 * <p>Only an exception that nobody foresaw prints its stack trace: that is a defect to report.
 */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** What shells show of a program that SIGPIPE, number 13, has ended: 128 + 13. */
  static final int CLOSED_PIPE = 141;

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    command
        .getErr()
        .println(
            "stance: "
                + oneLine(exception.getMessage())
                + similar(exception)
                + "; see '"
                + command.getCommandSpec().qualifiedName()
                + " --help'");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult result) {
    return tell(exception, command.getErr());
  }

  /** Writes what is to be said about a failure, if anything, and returns the exit code. */
  static int tell(Exception exception, PrintWriter err) {
    if (exception instanceof StandardOutput.ClosedException) {
      return CLOSED_PIPE;
    }
    String message = message(exception);
    if (message == null) {
      err.println("stance: unexpected failure; please report it with these lines:");
      exception.printStackTrace(err);
    } else {
      err.println("stance: " + oneLine(message));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What to tell the user, or null for an exception that is a defect of this program. */
  private static @Nullable String message(Exception exception) {
    if (exception instanceof DatasetFormatException
        || exception instanceof HydrationException
        || exception instanceof EncoderException
        || exception instanceof RecipeException
        || exception instanceof ModelStoreException
        || exception instanceof TensorFormatException
        || exception instanceof UnreadableTextException
        || exception instanceof IllegalArgumentException) {
      return exception.getMessage();
    }
    if (exception instanceof UncheckedIOException wrapped) {
      return message(Objects.requireNonNull(wrapped.getCause()));
    }
    if (exception instanceof NoSuchFileException missing) {
      return "no such file: " + missing.getFile() + "; check the path";
    }
    if (exception instanceof AccessDeniedException denied) {
      return "not allowed to open " + denied.getFile();
    }
    if (exception instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + IoReason.of(file);
    }
    return exception instanceof IOException other ? IoReason.of(other) : null;
  }

  private static String similar(ParameterException exception) {
    List<String> names =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return names.isEmpty() ? "" : "; similar: " + String.join(", ", names);
  }

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
  }
}
