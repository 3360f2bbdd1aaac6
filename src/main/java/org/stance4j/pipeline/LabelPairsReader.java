package org.stance4j.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.Stance;
import org.stance4j.agreement.Judgement;
import org.stance4j.agreement.LabelPairs;
import org.stance4j.agreement.TwiceLabelled;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.LabelledCsvReader;

/**
 * Reads what two annotators said: from two columns of one table, or from two files.
 *
 * @param documents folder of the documents that stand-off labels point into; {@code null} for the
 *     folder {@code articles} beside the labels, if there is one
 * @param reader names the columns of text and label, and knows what labels mean
 */
public record LabelPairsReader(@Nullable Path documents, LabelledCsvReader reader) {
  private static final String HOLDER = "holder";

  /**
   * Two columns where the data have them, else two files.
   *
   * @param data files and folders, at least one
   * @param columns where the labels stand; {@code null} for the standard ones, or for two files
   *     that lack them
   * @throws DatasetFormatException if a column is missing or a label unknown; if two files have no
   *     way to be joined
   * @throws IOException if a file cannot be read
   */
  public LabelPairs read(List<Path> data, @Nullable AnnotatorColumns columns) throws IOException {
    List<LabelTable> tables = new ArrayList<>();
    for (Path path : data) {
      tables.add(LabelTable.read(path, documents, reader));
    }
    AnnotatorColumns wanted = columns == null ? AnnotatorColumns.STANDARD : columns;
    boolean none = tables.stream().noneMatch(table -> hasEither(table, wanted));
    return columns == null && none && tables.size() == 2
        ? ofFiles(tables.get(0), tables.get(1))
        : ofColumns(tables, wanted);
  }

  private static boolean hasEither(LabelTable table, AnnotatorColumns columns) {
    return table.columns().contains(columns.first()) || table.columns().contains(columns.second());
  }

  private LabelPairs ofColumns(List<LabelTable> tables, AnnotatorColumns columns) {
    List<TwiceLabelled> items = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    String label = reader.labelColumn();
    boolean settled = !label.equals(columns.first()) && !label.equals(columns.second());
    for (LabelTable table : tables) {
      for (String column : List.of(columns.first(), columns.second())) {
        if (!table.columns().contains(column)) {
          throw missing(table, column, tables.size());
        }
      }
      String name = table.name();
      for (int copy = 2; !names.add(name); copy++) {
        name = table.name() + "-" + copy;
      }
      String prefix = tables.size() == 1 ? "" : name + ":";
      for (LabelRow row : table.rows()) {
        items.add(
            item(
                row.named(
                    prefix + row.id(),
                    row.group().equals(row.id()) ? prefix + row.group() : row.group()),
                judgement(row, columns.first(), columns.firstHolder()),
                judgement(row, columns.second(), columns.secondHolder()),
                settled ? judgement(row, label, HOLDER) : null,
                row.columns()));
      }
    }
    return new LabelPairs(
        String.join("+", names), columns.first(), columns.second(), items, List.of(), List.of());
  }

  private static DatasetFormatException missing(LabelTable table, String column, int tables) {
    return new DatasetFormatException(
        table.name(),
        0,
        column,
        "",
        "no such column; there are "
            + String.join(", ", table.columns())
            + "; name the two annotators' columns with --columns FIRST,SECOND"
            + (tables == 1 ? ", or give one file for each annotator" : ""));
  }

  private LabelPairs ofFiles(LabelTable first, LabelTable second) {
    UnaryOperator<LabelRow> keyed = keyed(first, second);
    Map<String, LabelRow> others = new LinkedHashMap<>();
    for (LabelRow row : second.rows()) {
      put(others, keyed.apply(row));
    }
    Map<String, LabelRow> rows = new LinkedHashMap<>();
    for (LabelRow row : first.rows()) {
      put(rows, keyed.apply(row));
    }
    List<TwiceLabelled> items = new ArrayList<>();
    List<String> onlyFirst = new ArrayList<>();
    for (LabelRow row : rows.values()) {
      LabelRow other = others.remove(row.id());
      if (other == null) {
        onlyFirst.add(row.id());
      } else {
        checkSameText(row, other);
        Map<String, String> attributes = new TreeMap<>(other.columns());
        attributes.putAll(row.columns());
        items.add(
            item(
                row.withText(id -> other.text()),
                judgement(row, reader.labelColumn(), HOLDER),
                judgement(other, reader.labelColumn(), HOLDER),
                null,
                attributes));
      }
    }
    boolean sameName = first.name().equals(second.name());
    return new LabelPairs(
        first.name() + " and " + second.name(),
        sameName ? "first file" : first.name(),
        sameName ? "second file" : second.name(),
        items,
        onlyFirst,
        List.copyOf(others.keySet()));
  }

  private static void put(Map<String, LabelRow> rows, LabelRow row) {
    LabelRow before = rows.putIfAbsent(row.id(), row);
    if (before != null) {
      throw new DatasetFormatException(
          row.file(),
          row.line(),
          "",
          row.id(),
          "'" + row.id() + "' is the place of another row too; keep one of the two");
    }
  }

  /** Gives rows of two files the ids by which they are joined. */
  private UnaryOperator<LabelRow> keyed(LabelTable first, LabelTable second) {
    for (LabelTable table : List.of(first, second)) {
      if (!table.columns().contains(reader.labelColumn())) {
        throw new DatasetFormatException(
            table.name(),
            0,
            reader.labelColumn(),
            "",
            "no such column; there are "
                + String.join(", ", table.columns())
                + "; name it with --label-column");
      }
    }
    if (first.hasIds() && second.hasIds()) {
      return row -> row;
    }
    if (first.hasPlaces() && second.hasPlaces()) {
      return row -> {
        String place = LabelTable.place(row::value);
        return place.isEmpty() ? row : row.named(place, row.group());
      };
    }
    throw new DatasetFormatException(
        second.name(),
        0,
        "",
        "",
        "cannot be joined with "
            + first.name()
            + "; both files need the column id, or both document, start and end; here are "
            + String.join(", ", second.columns())
            + ", there "
            + String.join(", ", first.columns()));
  }

  private static void checkSameText(LabelRow row, LabelRow other) {
    if (row.text() != null && other.text() != null && !row.text().equals(other.text())) {
      throw new DatasetFormatException(
          other.file(),
          other.line(),
          "",
          row.id(),
          "'"
              + row.id()
              + "' has another text in "
              + row.file()
              + (row.line() > 0 ? ", line " + row.line() : "")
              + "; the annotators must have labelled the same sentences");
    }
  }

  private static TwiceLabelled item(
      LabelRow row,
      @Nullable Judgement first,
      @Nullable Judgement second,
      @Nullable Judgement settled,
      Map<String, String> attributes) {
    return new TwiceLabelled(
        row.id(), row.group(), row.text(), first, second, settled, new TreeMap<>(attributes));
  }

  private @Nullable Judgement judgement(LabelRow row, String column, String holderColumn) {
    String label = row.value(column);
    if (label.isBlank()) {
      return null;
    }
    Stance stance =
        reader
            .labels()
            .find(label)
            .orElseThrow(
                () ->
                    row.error(
                        column,
                        "is not a known label; allowed are "
                            + String.join(", ", reader.labels().names().keySet())
                            + " or nothing; correct the row or map the value with --labels "
                            + label.strip()
                            + "=pro|anti|neutral"));
    return new Judgement(stance, holder(row, holderColumn));
  }

  private static @Nullable Holder holder(LabelRow row, String column) {
    String value = row.value(column).strip();
    return value.isEmpty()
        ? null
        : Arrays.stream(Holder.values())
            .filter(holder -> holder.label().equals(value))
            .findFirst()
            .orElseThrow(
                () -> row.error(column, "is no holder; allowed are author, reported or nothing"));
  }
}
