package org.stance4j.cli;

import java.nio.file.Path;

/** Where the program's own files lie, as the launcher tells by {@code -Dstance.home}. */
final class Home {
  private Home() {}

  /** The dataset that ships with the program. */
  static Path dataset() {
    return Path.of(System.getProperty("stance.home", "."))
        .resolve("datasets")
        .resolve("nato-asia")
        .normalize();
  }

  /**
   * The user's cache of embeddings: {@code $XDG_CACHE_HOME/stance4j}, else {@code
   * ~/.cache/stance4j}.
   */
  static Path embeddingCache() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path folder =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(base);
    return folder.resolve("stance4j").resolve("embeddings");
  }

  /**
   * Whether a person watches the error stream, as the launcher tells by {@code -Dstance.terminal}.
   */
  static boolean errorsGoToTerminal() {
    return Boolean.getBoolean("stance.terminal");
  }
}
