package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.stance4j.Dataset;
import org.stance4j.Stance;

/**
 * The rows of one group that no split may part, with their class counts.
 *
 * @param rows numbers of rows, ascending
 * @param counts rows by stance, in declaration order
 */
@SuppressWarnings({
  "ArrayRecordComponent",
  "EnumOrdinal"
}) // never compared, never leaves its makers
record RowGroup(List<Integer> rows, int[] counts) {
  /**
   * The groups of a dataset from the largest to the smallest, those of equal size in an order drawn
   * from the seed. Only names and sizes matter, the order of the rows does not.
   */
  static List<RowGroup> largestFirst(Dataset dataset, long seed) {
    Map<String, RowGroup> byName = new TreeMap<>();
    for (int row = 0; row < dataset.size(); row++) {
      RowGroup group =
          byName.computeIfAbsent(
              dataset.examples().get(row).group(),
              name -> new RowGroup(new ArrayList<>(), new int[Stance.COUNT]));
      group.rows.add(row);
      group.counts[dataset.examples().get(row).stance().ordinal()]++;
    }
    List<RowGroup> groups = new ArrayList<>(byName.values());
    Collections.shuffle(groups, new Random(seed));
    groups.sort(Comparator.comparingInt(RowGroup::size).reversed());
    return groups;
  }

  /** Rows by stance over all groups, in declaration order. */
  static int[] totals(List<RowGroup> groups) {
    int[] totals = new int[Stance.COUNT];
    for (RowGroup group : groups) {
      for (int k = 0; k < totals.length; k++) {
        totals[k] += group.counts[k];
      }
    }
    return totals;
  }

  /** Number of rows. */
  int size() {
    return rows.size();
  }
}
