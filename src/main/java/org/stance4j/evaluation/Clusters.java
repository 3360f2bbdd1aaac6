package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Example;

/** Scored examples by group, ordered by the group's name so that row order plays no part. */
final class Clusters {
  private Clusters() {}

  /** One matrix per group. */
  static List<ConfusionMatrix> matrices(List<ScoredExample> scored) {
    return byGroup(scored).values().stream().map(ConfusionMatrix::of).toList();
  }

  /**
   * The examples of each group.
   *
   * @throws IllegalArgumentException if there are none
   */
  static SortedMap<String, List<ScoredExample>> byGroup(List<ScoredExample> scored) {
    if (scored.isEmpty()) {
      throw new IllegalArgumentException("no scored examples: there is nothing to evaluate");
    }
    SortedMap<String, List<ScoredExample>> groups = new TreeMap<>();
    for (ScoredExample example : scored) {
      groups.computeIfAbsent(example.example().group(), name -> new ArrayList<>()).add(example);
    }
    return groups;
  }

  /** Fails unless both lists hold the same examples in the same order. */
  static void requireSameExamples(List<ScoredExample> first, List<ScoredExample> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "models are compared on the same examples, got "
              + first.size()
              + " and "
              + second.size());
    }
    for (int i = 0; i < first.size(); i++) {
      Example one = first.get(i).example();
      Example other = second.get(i).example();
      if (!one.id().equals(other.id())
          || !one.group().equals(other.group())
          || one.stance() != other.stance()) {
        throw new IllegalArgumentException(
            "models are compared on the same examples in the same order; row "
                + i
                + " is '"
                + one.id()
                + "' for one and '"
                + other.id()
                + "' for the other, or differs in group or gold stance");
      }
    }
  }
}
