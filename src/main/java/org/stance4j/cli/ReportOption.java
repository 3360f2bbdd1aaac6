package org.stance4j.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that measures writes its report. */
final class ReportOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the report here as HTML, Markdown and JSON; replaces an earlier one.")
  private @Nullable Path out;

  /**
   * The folder, checked before the work; {@code null} where no report is wanted.
   *
   * @throws IllegalArgumentException if it cannot be written
   */
  @Nullable ReportFolder folder() {
    return out == null ? null : new ReportFolder(out);
  }
}
