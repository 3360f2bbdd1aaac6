package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetStatistics;
import org.stance4j.corpus.LabelCounts;

/**
 * The rows that share a value of a trait.
 *
 * @param attribute name of the trait
 * @param value the shared value; {@link DatasetStatistics#NONE} for rows without one
 * @param labels their labels
 */
record Slice(String attribute, String value, LabelCounts labels) {
  /** Number of rows. */
  int size() {
    return labels.total();
  }

  /** Whether all rows have one label. */
  boolean hasOneLabel() {
    return Arrays.stream(Stance.values()).anyMatch(stance -> labels.of(stance) == size());
  }

  /** The label of most rows. */
  Stance commonest() {
    return Arrays.stream(Stance.values())
        .reduce((a, b) -> labels.of(b) > labels.of(a) ? b : a)
        .orElseThrow();
  }

  /** {@code register = letter: 54 rows}, with that label if it is the only one. */
  Exhibit exhibit() {
    String label = hasOneLabel() ? ", all " + commonest().label() : "";
    return Exhibit.place(attribute + " = " + value, Wording.count(size(), "row") + label);
  }

  /** The slices of a trait, by value; none where all rows share one value. */
  static List<Slice> of(Trait trait, List<Example> examples) {
    SortedMap<String, List<Example>> parts = new TreeMap<>();
    for (int row = 0; row < examples.size(); row++) {
      String value = trait.values().get(row);
      parts
          .computeIfAbsent(
              value.isEmpty() ? DatasetStatistics.NONE : value, key -> new ArrayList<>())
          .add(examples.get(row));
    }
    List<Slice> slices = new ArrayList<>();
    if (parts.size() > 1) {
      parts.forEach(
          (value, part) -> slices.add(new Slice(trait.name(), value, LabelCounts.of(part))));
    }
    return slices;
  }

  /** Whether a trait has few enough values to look at them one by one. */
  static boolean isSliced(Trait trait) {
    return trait.size() <= AuditThresholds.MOST_VALUES;
  }
}
