package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.stance4j.files.IoReason;
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
   * Writes {@code name.html}, {@code name.md} and {@code name.json}; returns the files in that
   * order.
   */
  List<Path> write(String name, Report report) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      String page = format.renderer().render(report);
      Path file = folder.resolve(name + "." + format.extension());
      Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
      try {
        // no temporary file of the platform: those can be read by their owner alone
        Files.writeString(temporary, page);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
      files.add(file);
    }
    return files;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
