package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stance4j.Stance;
import org.stance4j.provenance.Sha256;

/**
 * Reads stand-off labels: {@code document,start,end,kind,label,holder,sha256}, other columns kept
 * as attributes. Offsets are Unicode code points, half-open. The file holds no text; {@link
 * Hydrator} joins the two.
 */
public final class AnnotationCsvReader {
  private static final List<String> REQUIRED =
      List.of("document", "start", "end", "kind", "label", "holder", "sha256");

  private AnnotationCsvReader() {}

  /**
   * Reads a file.
   *
   * @return the labels in file order
   * @throws DatasetFormatException if a column is missing or a value not allowed
   * @throws IOException if it cannot be read
   */
  public static List<Annotation> read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    for (String column : REQUIRED) {
      table.header().require(column, "stand-off labels need " + String.join(", ", REQUIRED));
    }
    List<Annotation> annotations = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      annotations.add(annotation(row));
    }
    return List.copyOf(annotations);
  }

  private static Annotation annotation(CsvRow row) {
    int start = offset(row, "start");
    int end = offset(row, "end");
    if (end <= start) {
      throw row.error("end", "is not greater than start, " + start + "; spans are half-open");
    }
    Stance stance = Fields.stance(row);
    return new Annotation(
        row.line(),
        Names.document(row, "document"),
        start,
        end,
        Fields.kind(row),
        stance,
        Fields.holder(row, stance),
        hash(row),
        Fields.attributes(row, Set.copyOf(REQUIRED)));
  }

  private static int offset(CsvRow row, String column) {
    String value = row.value(column);
    // digits only: Integer.parseInt takes signs and the digits of every script
    if (!value.matches("[0-9]{1,9}")) {
      throw row.error(column, "is no offset; allowed is a whole number from 0 to 999999999");
    }
    return Integer.parseInt(value);
  }

  /** The hash in column {@code sha256}. */
  static String hash(CsvRow row) {
    if (!Sha256.isHash(row.value("sha256"))) {
      throw row.error("sha256", "is no SHA-256; allowed are 64 lower-case hexadecimal digits");
    }
    return row.value("sha256");
  }
}
