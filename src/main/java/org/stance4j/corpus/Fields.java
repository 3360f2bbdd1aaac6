package org.stance4j.corpus;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

/** Typed values of a row, shared by the readers of labels. */
final class Fields {
  private Fields() {}

  /**
   * The stance in column {@code label}, by its own name and no synonym.
   *
   * @throws DatasetFormatException if there is no such stance
   */
  static Stance stance(CsvRow row) {
    String value = row.value("label");
    return Arrays.stream(Stance.values())
        .filter(stance -> stance.label().equals(value))
        .findFirst()
        .orElseThrow(() -> row.error("label", "is no stance; allowed are pro, anti, neutral"));
  }

  /**
   * The holder in column {@code holder}; {@code null} where it is empty.
   *
   * @throws DatasetFormatException if it is neither author nor reported, or stands on a neutral row
   */
  static @Nullable Holder holder(CsvRow row, Stance stance) {
    String value = row.value("holder");
    if (value.isBlank()) {
      return null;
    }
    for (Holder holder : Holder.values()) {
      if (holder.label().equals(value)) {
        if (stance == Stance.NEUTRAL) {
          throw row.error("holder", "holds no stance on a neutral row; leave the field empty");
        }
        return holder;
      }
    }
    throw row.error("holder", "is no holder; allowed are author, reported or nothing");
  }

  /**
   * The kind in column {@code kind}.
   *
   * @throws DatasetFormatException if there is no such kind
   */
  static SentenceKind kind(CsvRow row) {
    String value = row.value("kind");
    return Arrays.stream(SentenceKind.values())
        .filter(kind -> kind.label().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                row.error(
                    "kind",
                    "is no kind of sentence; allowed are "
                        + Arrays.stream(SentenceKind.values())
                            .map(SentenceKind::label)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Checks the column {@code split}, where there is one and it is filled.
   *
   * @throws DatasetFormatException if it names no split
   */
  static void checkSplit(CsvRow row) {
    String value = row.value(Split.ATTRIBUTE);
    if (!value.isEmpty()) {
      try {
        Split.of(value);
      } catch (IllegalArgumentException e) {
        throw row.error(
            Split.ATTRIBUTE, "is no split; allowed are train, validation, test or nothing");
      }
    }
  }

  /** The fields of the columns that are not reserved, empty ones left out. */
  static SortedMap<String, String> attributes(CsvRow row, Set<String> reserved) {
    SortedMap<String, String> attributes = new TreeMap<>();
    for (String column : row.header().columns()) {
      if (!reserved.contains(column) && !row.value(column).isEmpty()) {
        attributes.put(column, row.value(column));
      }
    }
    return attributes;
  }
}
