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

  /**
   * Both areas in one pass.
   *
   * @param weights how often each group counts
   */
  Areas areas(int... weights) {
    long positives = 0;
    long negatives = 0;
    long tiedPositives = 0;
    long tiedNegatives = 0;
    double pairs = 0;
    double precisions = 0;
    for (int i = 0; i < positive.length; i++) {
      if (positive[i]) {
        tiedPositives += weights[groupOf[i]];
      } else {
        tiedNegatives += weights[groupOf[i]];
      }
      if (lastOfTie[i]) {
        pairs += tiedNegatives * (positives + tiedPositives / 2.0);
        positives += tiedPositives;
        negatives += tiedNegatives;
        if (tiedPositives > 0) {
          precisions += (double) tiedPositives * positives / (positives + negatives);
        }
        tiedPositives = 0;
        tiedNegatives = 0;
      }
    }
    return new Areas(
        positives > 0 && negatives > 0,
        positives > 0 && negatives > 0 ? pairs / ((double) positives * negatives) : 0,
        positives > 0 ? precisions / positives : 0);
  }

  /**
   * Areas under curves.
   *
   * @param isDefined whether there are cases of both classes, so that the areas mean something
   * @param rocAuc see {@link RocAuc}; 0 where it is not defined
   * @param averagePrecision see {@link AveragePrecision}
   */
  record Areas(boolean isDefined, double rocAuc, double averagePrecision) {
    /** The area under the receiver operating characteristic, that of chance where undefined. */
    double rocAucOrChance() {
      return isDefined ? rocAuc : OneVersusRest.NO_ROC_AUC;
    }
  }
}
