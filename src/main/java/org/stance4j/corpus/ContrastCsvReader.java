package org.stance4j.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

/**
 * Reads minimal edits of sentences: {@code
 * id,original,change,original_text,text,original_label,label,holder}, other columns kept as
 * attributes.
 *
 * <p>{@code original} is the id of an example that the dataset holds; its text and label are
 * repeated in the row, so that the file can be read alone, and checked. {@code change} is {@code
 * flip} where the labels differ and {@code keep} where they do not.
 */
final class ContrastCsvReader {
  /** Attribute that names the example which was edited. */
  static final String ORIGINAL = "original";

  private static final String CHANGE = "change";
  private static final String ORIGINAL_TEXT = "original_text";
  private static final String ORIGINAL_LABEL = "original_label";
  private static final List<String> REQUIRED =
      List.of("id", ORIGINAL, CHANGE, ORIGINAL_TEXT, "text", ORIGINAL_LABEL, "label", "holder");

  private final Map<String, Example> originals = new HashMap<>();

  /** A reader of edits of these examples. */
  ContrastCsvReader(Dataset originals) {
    originals.examples().forEach(example -> this.originals.put(example.id(), example));
  }

  /**
   * The pairs in file order.
   *
   * @throws DatasetFormatException if a column is missing, a value not allowed, or a row does not
   *     fit its original
   * @throws IOException if the file cannot be read
   */
  List<ContrastPair> read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    for (String column : REQUIRED) {
      table.header().require(column, "contrast pairs need " + String.join(", ", REQUIRED));
    }
    Set<String> ids = new HashSet<>(originals.keySet());
    List<ContrastPair> pairs = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      if (row.value("id").isBlank() || !ids.add(row.value("id"))) {
        throw row.error("id", "is blank or taken; every pair needs an id of its own");
      }
      pairs.add(pair(row));
    }
    return List.copyOf(pairs);
  }

  private ContrastPair pair(CsvRow row) {
    Example original = originals.get(row.value(ORIGINAL));
    if (original == null) {
      throw row.error(ORIGINAL, "is the id of no sentence of this dataset");
    }
    if (!original.sentence().text().equals(row.value(ORIGINAL_TEXT))) {
      throw row.error(
          ORIGINAL_TEXT, "is not the text of " + original.id() + "; copy it byte for byte");
    }
    if (!original.stance().label().equals(row.value(ORIGINAL_LABEL))) {
      throw row.error(
          ORIGINAL_LABEL,
          "is not the label of " + original.id() + ", which is " + original.stance().label());
    }
    if (row.value("text").isBlank() || row.value("text").equals(row.value(ORIGINAL_TEXT))) {
      throw row.error("text", "is blank or the same as the original; a pair needs an edit");
    }
    Stance stance = Fields.stance(row);
    ContrastPair pair = new ContrastPair(original, edited(row, original, stance));
    if (!row.value(CHANGE).equals(pair.flips() ? "flip" : "keep")) {
      throw row.error(
          CHANGE,
          "does not fit the labels; allowed is flip where they differ and keep where they do not");
    }
    return pair;
  }

  private static Example edited(CsvRow row, Example original, Stance stance) {
    SortedMap<String, String> attributes = new TreeMap<>(original.attributes());
    attributes.keySet().removeIf(name -> name.startsWith("label_") || name.startsWith("holder_"));
    attributes.putAll(
        Fields.attributes(row, Set.of("id", "text", "label", "holder", ORIGINAL_TEXT)));
    Sentence place = original.sentence();
    return new Example(
        row.value("id"),
        new Sentence(
            place.documentId(),
            row.value("text"),
            place.span(),
            place.kind(),
            place.previous(),
            place.next()),
        stance,
        Fields.holder(row, stance),
        original.group(),
        attributes);
  }
}
