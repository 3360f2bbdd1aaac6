package org.stance4j.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.CsvHeader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;

/** Tells tables of stand-off labels, and where their texts lie. */
final class StandOffTexts {
  private StandOffTexts() {}

  /** Whether a table holds stand-off labels. */
  static boolean isStandOff(CsvHeader header) {
    return header.has("document")
        && header.has("start")
        && header.has("end")
        && header.has("sha256");
  }

  /**
   * The folder of a table's documents.
   *
   * @param documents the folder that the user named; {@code null} for {@code articles} beside the
   *     table
   * @return empty where none is named and there is none
   */
  static Optional<Path> folder(Path path, CsvTable csv, @Nullable Path documents) {
    if (documents != null) {
      return Optional.of(documents);
    }
    Path beside = path.resolveSibling("articles");
    return csv.rows().stream().anyMatch(row -> Files.isRegularFile(beside.resolve(name(row))))
        ? Optional.of(beside)
        : Optional.empty();
  }

  /** The document's name, or one that no file has where it would lead out of the folder. */
  private static String name(CsvRow row) {
    String name = row.value("document");
    return name.isBlank() || name.contains("/") || name.contains("\\") ? "(none)" : name;
  }

  /** The name without its last extension. */
  static String stem(String document) {
    int dot = document.lastIndexOf('.');
    return dot <= 0 ? document : document.substring(0, dot);
  }
}
