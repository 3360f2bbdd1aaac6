package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the list of documents that stand-off labels belong to: {@code file,sha256} and columns for
 * the reader, which are not checked.
 */
public final class DocumentsCsv {
  private DocumentsCsv() {}

  /**
   * Reads a list.
   *
   * @return in file order
   * @throws DatasetFormatException if a column is missing, a name or hash malformed, or a file
   *     listed twice
   * @throws IOException if it cannot be read
   */
  public static List<DocumentHash> read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    for (String column : List.of("file", "sha256")) {
      table.header().require(column, "a list of documents needs file, sha256");
    }
    Map<String, Long> lines = new HashMap<>();
    List<DocumentHash> documents = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      String name = Names.document(row, "file");
      Long first = lines.putIfAbsent(name, row.line());
      if (first != null) {
        throw row.error("file", "is already listed in line " + first + "; remove one");
      }
      documents.add(new DocumentHash(name, AnnotationCsvReader.hash(row)));
    }
    return List.copyOf(documents);
  }
}
