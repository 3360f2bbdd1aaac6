package org.stance4j.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Cases of two classes from the highest score to the lowest, each with the number of its group:
 * what the areas under curves are computed from, with every group counted as often as its weight
 * says.
 *
 * <p>Immutable and thread-safe.
 */
final class Ranking {
  private final int[] groupOf;
  private final boolean[] positive;

  /** Whether the next case, if there is one, has a lower score. */
  private final boolean[] lastOfTie;

  private Ranking(int size) {
    groupOf = new int[size];
    positive = new boolean[size];
    lastOfTie = new boolean[size];
  }

  /**
   * The ranking of cases in any order.
   *
   * @param groups number of each group; a group that is missing has the number 0
   */
  static Ranking of(List<BinaryScore> cases, Map<String, Integer> groups) {
    List<BinaryScore> descending =
        cases.stream().sorted(Comparator.comparingDouble(BinaryScore::score).reversed()).toList();
    Ranking ranking = new Ranking(descending.size());
    for (int i = 0; i < descending.size(); i++) {
      BinaryScore one = descending.get(i);
      ranking.groupOf[i] = groups.getOrDefault(one.group(), 0);
      ranking.positive[i] = one.positive();
      ranking.lastOfTie[i] =
          i + 1 == descending.size() || descending.get(i + 1).score() != one.score();
    }
    return ranking;
  }

  /** Whether there are cases of both classes, so that the areas mean something. */
  boolean isDefined(int... weights) {
    return count(true, weights) > 0 && count(false, weights) > 0;
  }

  private long count(boolean of, int... weights) {
    long sum = 0;
    for (int i = 0; i < positive.length; i++) {
      sum += positive[i] == of ? weights[groupOf[i]] : 0;
    }
    return sum;
  }

  /**
   * The area under the receiver operating characteristic, see {@link RocAuc}; NaN where either
   * class is empty.
   *
   * @param weights how often each group counts
   */
  double rocAuc(int... weights) {
    long positives = 0;
    long negatives = 0;
    long tiedPositives = 0;
    long tiedNegatives = 0;
    double pairs = 0;
    for (int i = 0; i < positive.length; i++) {
      int weight = weights[groupOf[i]];
      if (positive[i]) {
        tiedPositives += weight;
      } else {
        tiedNegatives += weight;
      }
      if (lastOfTie[i]) {
        pairs += tiedNegatives * (positives + tiedPositives / 2.0);
        positives += tiedPositives;
        negatives += tiedNegatives;
        tiedPositives = 0;
        tiedNegatives = 0;
      }
    }
    return pairs / ((double) positives * negatives);
  }

  /**
   * The area under the precision–recall curve, see {@link AveragePrecision}; NaN where there is no
   * positive case.
   *
   * @param weights how often each group counts
   */
  double averagePrecision(int... weights) {
    long positives = 0;
    long all = 0;
    long tied = 0;
    double sum = 0;
    for (int i = 0; i < positive.length; i++) {
      int weight = weights[groupOf[i]];
      all += weight;
      tied += positive[i] ? weight : 0;
      if (lastOfTie[i] && tied > 0) {
        positives += tied;
        sum += (double) tied * positives / all;
        tied = 0;
      }
    }
    return sum / positives;
  }
}
