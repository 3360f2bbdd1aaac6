package org.stance4j.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A check before long work that its results can be written, which leaves nothing behind. */
public final class WritableFolder {
  private WritableFolder() {}

  /**
   * Writes a file into a folder and deletes it again, with every folder that had to be made for it.
   *
   * @throws FileAlreadyExistsException if the folder is a file
   * @throws IOException if nothing can be written there; {@link IoReason} says why
   */
  public static void check(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = folder.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    Deque<Path> made = new ArrayDeque<>();
    try {
      for (Path next : missing) {
        if (make(next)) {
          made.push(next);
        }
      }
      Files.delete(Files.createTempFile(folder, ".check-", ""));
    } finally {
      remove(made);
    }
  }

  /** Whether the folder was made here: one that another process has made since is not ours. */
  private static boolean make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(folder)) {
        return false;
      }
      throw e;
    }
  }

  private static void remove(Deque<Path> deepestFirst) throws IOException {
    try {
      for (Path folder : deepestFirst) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // another process writes there by now: the folder is wanted
      return;
    }
  }
}
