package org.stance4j.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Stance;

/**
 * A set of data in one line.
 *
 * @param name name of the data
 * @param n number of sentences
 * @param groups number of documents
 * @param counts sentences by gold stance, one entry per stance; unmodifiable
 */
public record DataRow(String name, int n, int groups, Map<Stance, Integer> counts) {
  public DataRow {
    Map<Stance, Integer> copy = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      copy.put(stance, counts.getOrDefault(stance, 0));
    }
    counts = Collections.unmodifiableMap(copy);
  }

  /** The line of a dataset. */
  public static DataRow of(Dataset dataset) {
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    dataset.stances().forEach(stance -> counts.merge(stance, 1, Integer::sum));
    return new DataRow(dataset.name(), dataset.size(), dataset.groupSizes().size(), counts);
  }

  /** Number of sentences of that stance. */
  public int count(Stance stance) {
    return counts.getOrDefault(stance, 0);
  }

  /** Share of that stance in [0, 1]; 0 for empty data. */
  public double share(Stance stance) {
    return n == 0 ? 0 : (double) count(stance) / n;
  }
}
