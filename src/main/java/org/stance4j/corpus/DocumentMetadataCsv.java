package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads what is known of whole documents: {@code document}, {@code kind} and any other columns. The
 * kind of text becomes the attribute {@value #REGISTER} of the document's sentences, so that it
 * cannot be mixed up with the kind of a sentence; the others keep their names.
 */
final class DocumentMetadataCsv {
  /** Attribute that names the kind of text: wire report, speech … */
  static final String REGISTER = "register";

  private static final String KIND = "kind";

  private DocumentMetadataCsv() {}

  /**
   * Attributes by document, its file name without extension.
   *
   * @throws DatasetFormatException if a column is missing, a document listed twice or its split
   *     unknown
   * @throws IOException if the file cannot be read
   */
  static Map<String, SortedMap<String, String>> read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    for (String column : new String[] {"document", KIND}) {
      table.header().require(column, "a list of articles needs document, kind");
    }
    Map<String, SortedMap<String, String>> documents = new HashMap<>();
    for (CsvRow row : table.rows()) {
      SortedMap<String, String> attributes = Fields.attributes(row, Set.of("document", KIND));
      attributes.put(REGISTER, row.value(KIND));
      Fields.checkSplit(row);
      String document = Names.stem(Names.document(row, "document"));
      if (documents.put(document, attributes) != null) {
        throw row.error("document", "is listed twice; remove one row");
      }
    }
    return documents;
  }
}
