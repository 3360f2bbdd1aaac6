package org.stance4j.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stance4j.corpus.CsvTableWriter;
import org.stance4j.files.IoReason;
import org.stance4j.files.WritableFolder;

/** A table that a command makes and never overwrites, written aside and moved into place. */
final class NewFile {
  private NewFile() {}

  /** Writes the rows of a table below its header. */
  interface Rows {
    /** Writes them. */
    void writeTo(CsvTableWriter csv) throws IOException;
  }

  /**
   * Checks, before any work, that the file can be made.
   *
   * @param option the option that names it, for the message
   * @throws IllegalArgumentException if it exists, or its folder does not
   */
  static void check(Path file, String option) {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " exists; name a new file with " + option);
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IllegalArgumentException(
          file + " lies in no folder that exists; make the folder or name another with " + option);
    }
  }

  /**
   * The same for a file in a folder that is made if it is missing.
   *
   * @param option the option that names the folder, for the message
   */
  static void checkIn(Path folder, String name, String option) {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " exists; name a new folder with " + option);
    }
    try {
      WritableFolder.check(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          folder + " is a file, not a folder; name another with " + option, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          folder + " cannot be written (" + IoReason.of(e) + "); name another with " + option, e);
    }
  }

  /** Writes the table. */
  static void write(Path file, List<String> columns, Rows rows) throws IOException {
    Path temporary = Path.of(file + ".tmp");
    try {
      try (CsvTableWriter csv = CsvTableWriter.create(temporary, columns)) {
        rows.writeTo(csv);
      }
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
