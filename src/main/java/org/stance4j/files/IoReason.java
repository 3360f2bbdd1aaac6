package org.stance4j.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Why reading or writing failed, in words that fit into brackets or behind a colon. */
public final class IoReason {
  /** What the platforms say, in lower case, and what it means. */
  private static final Map<String, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              "not a directory", "a file is in the way",
              "is a directory", "a folder is in the way",
              "no space left on device", "no space left",
              "there is not enough space on the disk", "no space left",
              "disk quota exceeded", "no space left for this user",
              "read-only file system", "read-only",
              "operation not permitted", "not allowed",
              "permission denied", "not allowed",
              "file name too long", "the name is too long"));

  private IoReason() {}

  /** The reason, without the name of a file and without a full stop. */
  public static String of(IOException exception) {
    if (exception instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (exception instanceof AccessDeniedException) {
      return "not allowed";
    }
    if (exception instanceof FileAlreadyExistsException
        || exception instanceof NotDirectoryException) {
      return "a file is in the way";
    }
    if (exception instanceof CharacterCodingException) {
      return "not UTF-8";
    }
    if (exception instanceof EOFException) {
      return "it ends too early";
    }
    String said =
        exception instanceof FileSystemException file ? file.getReason() : exception.getMessage();
    if (said == null || said.isBlank()) {
      return "the system gives no reason";
    }
    return MEANINGS.getOrDefault(said.toLowerCase(Locale.ROOT), said);
  }
}
