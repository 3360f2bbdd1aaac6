package org.stance4j.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the program's own files and the user's cache lie, and what the launcher tells of it. */
final class Home {
  private Home() {}

  /**
   * The folder of {@code datasets} and {@code models}: what the launcher tells by {@code
   * -Dstance.home}; without a launcher the folder whose {@code target} holds this jar; else the
   * working folder.
   */
  static Path folder() {
    String told = System.getProperty("stance.home");
    return told == null
        ? codeSource().flatMap(Home::above).orElse(Path.of("."))
        : Path.of(told).normalize();
  }

  /** The folder that holds {@code target/NAME.jar}, if it looks like the program's. */
  static Optional<Path> above(Path jar) {
    Path target = jar.getParent();
    if (target == null || !target.endsWith("target") || !Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    return Optional.ofNullable(target.getParent())
        .filter(home -> Files.isDirectory(home.resolve("datasets")));
  }

  private static Optional<Path> codeSource() {
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(new URI(location.toString())));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // not a file of this machine
    }
  }

  /** Where models are kept unless {@code --models} names another folder. */
  static Path models() {
    return folder().resolve("models").normalize();
  }

  /** The dataset that ships with the program. */
  static Path dataset() {
    return folder().resolve("datasets").resolve("nato-asia").normalize();
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
