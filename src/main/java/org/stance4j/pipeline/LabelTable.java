package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.SentenceKind;
import org.stance4j.corpus.AnnotationCsvReader;
import org.stance4j.corpus.CsvRow;
import org.stance4j.corpus.CsvTable;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.Hydrator;
import org.stance4j.corpus.LabelledCsvReader;
import org.stance4j.corpus.StandOffPlace;

/**
 * Rows with their columns, read from a labelled CSV, a CSV of stand-off labels or a dataset folder.
 * Unlike a dataset it needs neither a text nor a settled label.
 *
 * @param name name of the file or folder
 * @param columns the columns there are
 * @param rows in file order
 */
record LabelTable(String name, Set<String> columns, List<LabelRow> rows) {
  private static final List<String> PLACE = List.of("document", "start", "end");

  LabelTable {
    columns = new LinkedHashSet<>(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file or folder.
   *
   * @param documents folder of the documents that stand-off labels point into; where {@code null},
   *     the folder {@code articles} beside the labels, and no texts if there is none
   * @param reader names the column of the text
   * @throws DatasetFormatException if it is not what it should be, or an id occurs twice
   * @throws IOException if it cannot be read
   */
  static LabelTable read(Path path, @Nullable Path documents, LabelledCsvReader reader)
      throws IOException {
    return Files.isDirectory(path)
        ? folder(path, documents, reader)
        : file(path, documents, reader);
  }

  private static LabelTable folder(Path path, @Nullable Path documents, LabelledCsvReader reader)
      throws IOException {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    Set<String> columns = new TreeSet<>();
    List<LabelRow> rows = new ArrayList<>();
    for (Example example : new DatasetSource(List.of(path), documents, reader).read().examples()) {
      Map<String, String> fields = new LinkedHashMap<>(example.attributes());
      Holder holder = example.holder();
      fields.put("id", example.id());
      fields.put("label", example.stance().label());
      fields.put("holder", holder == null ? "" : holder.label());
      fields.put("kind", example.sentence().kind().label());
      StandOffPlace.of(example)
          .ifPresent(
              place -> {
                fields.put("document", place.document());
                fields.put("start", String.valueOf(place.start()));
                fields.put("end", String.valueOf(place.end()));
              });
      columns.addAll(fields.keySet());
      rows.add(
          new LabelRow(name, 0, example.id(), example.group(), example.sentence().text(), fields));
    }
    return new LabelTable(name, columns, rows);
  }

  private static LabelTable file(Path path, @Nullable Path documents, LabelledCsvReader reader)
      throws IOException {
    CsvTable csv = CsvTable.read(path);
    List<LabelRow> rows = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    for (CsvRow row : csv.rows()) {
      LabelRow read = row(row, rows.size() + 1, reader.textColumn());
      Long first = lines.putIfAbsent(read.id(), row.line());
      if (first != null) {
        throw new DatasetFormatException(
            csv.header().file(),
            row.line(),
            "",
            read.id(),
            "'" + read.id() + "' already names the row of line " + first + "; ids must differ");
      }
      rows.add(read);
    }
    Map<String, String> texts = standOffTexts(path, documents, csv);
    return new LabelTable(
        csv.header().file(),
        new LinkedHashSet<>(csv.header().columns()),
        rows.stream().map(row -> row.withText(texts::get)).toList());
  }

  private static LabelRow row(CsvRow row, int number, String textColumn) {
    String place = place(row::value);
    String id = firstFilled(row.value("id"), place, "row-" + number);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String column : row.header().columns()) {
      if (!row.value(column).isBlank()) {
        fields.put(column, row.value(column));
      }
    }
    String text = row.value(textColumn);
    return new LabelRow(
        row.header().file(),
        row.line(),
        id,
        firstFilled(
            row.value("group"),
            place.isEmpty() ? "" : StandOffTexts.stem(row.value("document")),
            row.value("argument"),
            id),
        text.isBlank() ? null : text,
        fields);
  }

  /** The place in a document that a row tells, as an id tells it; empty where it tells none. */
  static String place(UnaryOperator<String> value) {
    return PLACE.stream().anyMatch(column -> value.apply(column).isBlank())
        ? ""
        : StandOffTexts.stem(value.apply("document"))
            + ":"
            + value.apply("start")
            + "-"
            + value.apply("end");
  }

  /** Whether rows are told apart by an id. */
  boolean hasIds() {
    return columns.contains("id");
  }

  /** Whether rows are told apart by their place in a document. */
  boolean hasPlaces() {
    return columns.containsAll(PLACE);
  }

  /** The texts of stand-off labels by id, where documents are at hand. */
  private static Map<String, String> standOffTexts(
      Path path, @Nullable Path documents, CsvTable csv) throws IOException {
    Optional<Path> folder =
        StandOffTexts.isStandOff(csv.header())
            ? StandOffTexts.folder(path, csv, documents)
            : Optional.empty();
    if (folder.isEmpty()) {
      return Map.of();
    }
    Map<String, String> texts = new HashMap<>();
    new Hydrator(EnumSet.allOf(SentenceKind.class))
        .hydrate(
            csv.header().file(), AnnotationCsvReader.read(path), List.of(), folder.orElseThrow())
        .dataset()
        .examples()
        .forEach(example -> texts.put(example.id(), example.sentence().text()));
    return texts;
  }

  private static String firstFilled(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
