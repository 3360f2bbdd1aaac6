package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stance4j.files.IoReason;
import org.stance4j.files.Replacing;
import org.stance4j.files.WritableFolder;
import org.stance4j.report.Report;
import org.stance4j.report.ReportFormat;

/** Writes a report in every format into a folder, each file in one move. */
final class ReportFolder {
  private final Path folder;

  /**
   * A folder, made by {@link #write} if it is missing.
   *
   * @throws IllegalArgumentException if it cannot be written
   */
  ReportFolder(Path folder) {
    this.folder = folder;
    try {
      WritableFolder.check(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          folder + " is a file, not a folder; choose another with --out", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "report folder "
              + folder
              + " cannot be written ("
              + IoReason.of(e)
              + "); choose another with --out",
          e);
    }
  }

  /**
   * Writes {@code report.html} and {@code report.md} for people, {@code NAME.json} for programs,
   * and {@code report.csv} where the report has figures of models.
   *
   * @return the page
   */
  Path write(String name, Report report) throws IOException {
    Files.createDirectories(folder);
    for (ReportFormat format : ReportFormat.values()) {
      if (!format.renders(report)) {
        continue;
      }
      String page = format.renderer().render(report);
      String stem = format == ReportFormat.JSON ? name : "report";
      Path file = folder.resolve(stem + "." + format.extension());
      Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
      try {
        // no temporary file of the platform: those can be read by their owner alone
        Files.writeString(temporary, page);
        Replacing.move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
    return folder.resolve("report." + ReportFormat.HTML.extension());
  }
}
