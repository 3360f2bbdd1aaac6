package org.stance4j.corpus;

import java.nio.file.Path;

/** Names of files and documents. */
final class Names {
  private Names() {}

  /** The last name of a path, as shown in messages. */
  static String of(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The name without its last extension: {@code a.b.txt} gives {@code a.b}. */
  static String stem(String file) {
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /**
   * The document name in a column, which must stay inside its folder.
   *
   * @throws DatasetFormatException if it is blank, holds a separator or leads upwards
   */
  static String document(CsvRow row, String column) {
    String name = row.value(column);
    if (name.isBlank()
        || name.equals(".")
        || name.contains("/")
        || name.contains("\\")
        || name.contains("..")) {
      throw row.error(
          column, "is no name of a document; allowed is a file name without folders and '..'");
    }
    return name;
  }
}
