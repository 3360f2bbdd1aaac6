package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Stance;

/**
 * Stratified k-fold split by group: each group is tested in exactly one fold and never stands on
 * both sides.
 *
 * <p>Greedy, like scikit-learn's {@code StratifiedGroupKFold}: groups go from the largest to the
 * smallest, those of equal size in an order drawn from the seed, each to the fold where the shares
 * of the classes over the folds stay most even. Only the groups' names and class counts matter, so
 * the order of the rows does not. Class counts are as even as whole groups allow, which may be not
 * very.
 */
@SuppressWarnings("EnumOrdinal") // counts are arrays in the declaration order of Stance
public final class GroupKFold {
  private final int[][] foldCounts;
  private final int[] classTotals;
  private final int[] groupsInFold;

  private GroupKFold(int folds, int[] classTotals) {
    this.foldCounts = new int[folds][Stance.COUNT];
    this.classTotals = classTotals;
    this.groupsInFold = new int[folds];
  }

  /**
   * Splits a dataset.
   *
   * @param dataset rows with groups
   * @param folds at least 2 and at most the number of groups
   * @param seed decides among groups of equal size
   * @return as many folds as asked for, each with at least one group to test
   * @throws IllegalArgumentException if there are fewer groups than folds
   */
  public static List<Fold> split(Dataset dataset, int folds, long seed) {
    List<RowGroup> groups = RowGroup.largestFirst(dataset, seed);
    if (folds < 2 || folds > groups.size()) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " has "
              + groups.size()
              + " groups: folds must lie in [2, "
              + groups.size()
              + "], got "
              + folds
              + "; ask for fewer folds or add documents");
    }
    GroupKFold assignment = new GroupKFold(folds, RowGroup.totals(groups));
    int[] foldOfRow = new int[dataset.size()];
    for (int i = 0; i < groups.size(); i++) {
      RowGroup group = groups.get(i);
      int fold = assignment.place(group, groups.size() - i);
      for (int row : group.rows()) {
        foldOfRow[row] = fold;
      }
    }
    return folds(foldOfRow, folds);
  }

  /** Puts a group into the best fold, the first of equal ones, and says which. */
  private int place(RowGroup group, int groupsLeft) {
    long empty = Arrays.stream(groupsInFold).filter(count -> count == 0).count();
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int fold = 0; fold < foldCounts.length; fold++) {
      // the last groups go to the folds that have none yet
      boolean allowed = groupsLeft > empty || groupsInFold[fold] == 0;
      double cost = cost(group, fold);
      if (allowed && cost < bestCost) {
        best = fold;
        bestCost = cost;
      }
    }
    groupsInFold[best]++;
    for (int k = 0; k < classTotals.length; k++) {
      foldCounts[best][k] += group.counts()[k];
    }
    return best;
  }

  /** Sum over classes of the squared shares per fold; smallest where the folds are alike. */
  private double cost(RowGroup group, int fold) {
    double cost = 0;
    for (int k = 0; k < classTotals.length; k++) {
      for (int other = 0; other < foldCounts.length; other++) {
        int count = foldCounts[other][k] + (other == fold ? group.counts()[k] : 0);
        double share = (double) count / Math.max(1, classTotals[k]);
        cost += share * share;
      }
    }
    return cost;
  }

  private static List<Fold> folds(int[] foldOfRow, int folds) {
    List<Fold> result = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Integer> train = new ArrayList<>();
      List<Integer> test = new ArrayList<>();
      for (int row = 0; row < foldOfRow.length; row++) {
        (foldOfRow[row] == fold ? test : train).add(row);
      }
      result.add(new Fold(fold, train, test));
    }
    return List.copyOf(result);
  }
}
