package org.stance4j.pipeline;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stance4j.files.IoReason;
import org.stance4j.files.Replacing;

/**
 * A text file that appears whole or not at all: written under another name next to its place and
 * moved there by {@link #commit}. Until then a file of that name stays as it was.
 *
 * <p>A device such as a terminal or a pipe is written to directly. For use by one thread; must be
 * closed, which drops what was not committed.
 */
public final class OutputFile implements Closeable {
  private final Path target;
  private final Path aside;
  private final Writer writer;

  private OutputFile(Path target, Path aside, Writer writer) {
    this.target = target;
    this.aside = aside;
    this.writer = writer;
  }

  /**
   * Opens a file for writing.
   *
   * @throws FileProblemException if it cannot be written there
   */
  public static OutputFile create(Path file) {
    try {
      // a link is followed, or the move would put a file in its place
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
      Path folder = target.getParent();
      if (folder == null || Files.isDirectory(target)) {
        throw new FileProblemException(file.toString(), "is a folder; name a file");
      }
      if (!Files.isDirectory(folder)) {
        throw new FileProblemException(
            file.toString(), "cannot be written, there is no folder " + folder + "; make it first");
      }
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new FileProblemException(file.toString(), "is write-protected; choose another file");
      }
      boolean device = Files.exists(target) && !Files.isRegularFile(target);
      Path aside = device ? target : folder.resolve(asideName());
      StandardOpenOption[] options =
          device
              ? new StandardOpenOption[] {StandardOpenOption.WRITE}
              : new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW};
      Writer writer =
          new BufferedWriter(
              new OutputStreamWriter(
                  Files.newOutputStream(aside, options), StandardCharsets.UTF_8));
      if (!device) {
        // an interrupt from the keyboard ends the program without closing anything
        aside.toFile().deleteOnExit();
      }
      return new OutputFile(target, aside, writer);
    } catch (IOException e) {
      throw new FileProblemException(
          file.toString(), "cannot be written (" + IoReason.of(e) + "); choose another file", e);
    }
  }

  private static String asideName() {
    return ".stance-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part";
  }

  /** Takes the content, in UTF-8. */
  public Writer writer() {
    return writer;
  }

  /**
   * Puts the file in its place.
   *
   * @throws IOException if what was written does not reach the disk; nothing has changed then
   */
  public void commit() throws IOException {
    writer.close();
    if (!aside.equals(target)) {
      Replacing.move(aside, target);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      if (!aside.equals(target)) {
        Files.deleteIfExists(aside);
      }
    }
  }
}
