package org.stance4j.pipeline;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stance4j.corpus.DatasetFormatException;

/**
 * One row of labelled data, whatever kind of file it stands in.
 *
 * @param file name of the file or folder
 * @param line number of the line, from 1; 0 where the row was put together from several files
 * @param id unique within its file
 * @param group what it must not be torn from
 * @param text what was labelled; {@code null} where it is not at hand
 * @param columns every other field by its column, empty ones left out
 */
record LabelRow(
    String file,
    long line,
    String id,
    String group,
    @Nullable String text,
    Map<String, String> columns) {
  LabelRow {
    columns = new TreeMap<>(columns);
  }

  /** The value in that column; empty where there is none. */
  String value(String column) {
    return columns.getOrDefault(column, "");
  }

  /** The same row with another id and group. */
  LabelRow named(String otherId, String otherGroup) {
    return new LabelRow(file, line, otherId, otherGroup, text, columns);
  }

  /** The same row with the text of that id, where there is one and it has none of its own. */
  LabelRow withText(Function<String, @Nullable String> texts) {
    return text == null ? new LabelRow(file, line, id, group, texts.apply(id), columns) : this;
  }

  /** An error about the value in a column. */
  DatasetFormatException error(String column, String problem) {
    String place = line == 0 ? "row " + id + ": " : "";
    return new DatasetFormatException(
        file, line, column, value(column), place + "\"" + value(column) + "\" " + problem);
  }
}
