package org.stance4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.LabelCounts;

/**
 * Sentences by a property and stance.
 *
 * @param key name of the property in files
 * @param title name of the property for readers
 * @param rows one per value, the most frequent first, those without a value last
 */
public record StatsTable(String key, String title, List<Row> rows) {
  public StatsTable {
    rows = List.copyOf(rows);
  }

  /**
   * The sentences with one value.
   *
   * @param value the value
   * @param counts their number by stance
   */
  public record Row(String value, LabelCounts counts) {
    /** Whether these are the sentences without a value. */
    public boolean isNone() {
      return value.equals(DatasetStatistics.NONE);
    }

    /** Share of a stance among them, in [0, 1]; 0 where there are none. */
    public double share(Stance stance) {
      return counts.total() == 0 ? 0 : (double) counts.of(stance) / counts.total();
    }
  }

  /** A table of counted values. */
  static StatsTable of(String key, String title, Map<String, LabelCounts> counts) {
    List<Row> rows = new ArrayList<>();
    counts.forEach((value, labels) -> rows.add(new Row(value, labels)));
    rows.sort(
        Comparator.comparing(Row::isNone)
            .thenComparing(row -> -row.counts.total())
            .thenComparing(Row::value));
    return new StatsTable(key, title, rows);
  }

  /** The largest number of sentences with one value, the scale of the bars. */
  public int most() {
    return rows.stream()
        .filter(row -> !row.isNone())
        .mapToInt(row -> row.counts.total())
        .max()
        .orElse(0);
  }
}
