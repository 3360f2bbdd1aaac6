package org.stance4j.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The last step of writing aside: the finished file takes the place of the old one. */
public final class Replacing {
  private Replacing() {}

  /**
   * Moves a file, replacing what is there, in one step where the file system can.
   *
   * @throws IOException if it cannot be moved; {@link IoReason} says why
   */
  public static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
