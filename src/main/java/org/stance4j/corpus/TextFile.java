package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text and the name of its file.
 *
 * @param name file name with extension
 * @param text the decoded file
 */
public record TextFile(String name, String text) {
  /** The name without its extension: the id of the document it holds. */
  public String stem() {
    return Names.stem(name);
  }

  /**
   * Reads the {@code .txt} files of a folder, not those of folders below it.
   *
   * @return in the order of their names
   * @throws DatasetFormatException if one is not UTF-8
   * @throws IOException if one cannot be read
   */
  public static List<TextFile> readFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.list(folder)) {
      files =
          paths
              .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    List<TextFile> texts = new ArrayList<>();
    for (Path file : files) {
      String name = Names.of(file);
      texts.add(new TextFile(name, StrictUtf8Reader.decode(name, Files.readAllBytes(file))));
    }
    return List.copyOf(texts);
  }
}
