package org.stance4j.pipeline;

/** A file that the user named cannot be read or written; one line with the cause and a way out. */
public final class FileProblemException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  FileProblemException(String file, String problem) {
    super(file + ": " + problem);
  }

  FileProblemException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
