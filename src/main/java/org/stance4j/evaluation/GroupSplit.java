package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Stance;

/**
 * Stratified split by group into parts of any size: each group goes to one part as a whole.
 *
 * <p>Greedy, like {@link GroupKFold} but with unequal targets: groups go from the largest to the
 * smallest, those of equal size in an order drawn from the seed, each to the part that lacks most
 * of the group's classes. Only parts into which the group still fits are asked; where it fits in
 * none, it goes to the one that lacks most rows. So every part comes within the size of the largest
 * group of its wish, unless there are hardly more groups than parts. Where there are up to {@value
 * #FEW_GROUPS} groups, of which the greedy way makes less than it could, pairs of groups then
 * change places as long as that makes the classes more even. Only the groups' names and class
 * counts matter, so the order of the rows does not.
 */
public final class GroupSplit {
  /** Most groups for which every pair is tried; with more, the greedy way leaves little to gain. */
  public static final int FEW_GROUPS = 200;

  private static final double EPSILON = 1e-9;

  private final double[] fractions;
  private final int[] classTotals;
  private final int[][] partCounts;
  private final int[] groupsInPart;

  /** Rows that a part still lacks; below 0 where it has more than its wish. */
  private final double[] lacking;

  private GroupSplit(double[] fractions, int[] classTotals, int rows) {
    this.fractions = fractions;
    this.classTotals = classTotals;
    this.partCounts = new int[fractions.length][Stance.COUNT];
    this.groupsInPart = new int[fractions.length];
    this.lacking = new double[fractions.length];
    for (int part = 0; part < fractions.length; part++) {
      lacking[part] = fractions[part] * rows;
    }
  }

  /**
   * Splits a dataset.
   *
   * @param dataset rows with groups
   * @param fractions share of the rows that each part is to have, at least two, all above 0 and
   *     together 1
   * @param seed decides among groups of equal size
   * @return the number of its part for each row of the dataset, from 0; every part has a group
   * @throws IllegalArgumentException if the fractions are none, or there are fewer groups than
   *     parts
   */
  public static List<Integer> parts(Dataset dataset, List<Double> fractions, long seed) {
    double sum = fractions.stream().mapToDouble(Double::doubleValue).sum();
    if (fractions.size() < 2
        || fractions.stream().anyMatch(fraction -> !(fraction > 0))
        || !(Math.abs(sum - 1) <= 1e-6)) {
      throw new IllegalArgumentException(
          "fractions must be two or more, all above 0, and add up to 1, got " + fractions);
    }
    List<RowGroup> groups = RowGroup.largestFirst(dataset, seed);
    if (groups.size() < fractions.size()) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " has "
              + groups.size()
              + " groups, fewer than the "
              + fractions.size()
              + " parts asked for; ask for fewer parts or add other text");
    }
    GroupSplit split =
        new GroupSplit(
            fractions.stream().mapToDouble(Double::doubleValue).toArray(),
            RowGroup.totals(groups),
            dataset.size());
    int[] partOfGroup = new int[groups.size()];
    for (int i = 0; i < partOfGroup.length; i++) {
      partOfGroup[i] = split.place(groups.get(i), groups.size() - i);
    }
    if (groups.size() <= FEW_GROUPS) {
      split.swap(groups, partOfGroup);
    }
    Integer[] parts = new Integer[dataset.size()];
    for (int i = 0; i < partOfGroup.length; i++) {
      for (int row : groups.get(i).rows()) {
        parts[row] = partOfGroup[i];
      }
    }
    return List.of(parts);
  }

  /** Puts a group into the best part, the first of equal ones, and says which. */
  private int place(RowGroup group, int groupsLeft) {
    List<Integer> allowed = new ArrayList<>();
    List<Integer> empty = new ArrayList<>();
    for (int part = 0; part < fractions.length; part++) {
      if (groupsInPart[part] == 0) {
        empty.add(part);
      }
      if (group.size() <= lacking[part] + EPSILON) {
        allowed.add(part);
      }
    }
    // the last groups go to the parts that have none yet
    int best =
        groupsLeft <= empty.size()
            ? mostLacking(empty)
            : allowed.isEmpty() ? mostLacking(all()) : mostWanting(group, allowed);
    groupsInPart[best]++;
    add(group, best, 1);
    return best;
  }

  private void add(RowGroup group, int part, int sign) {
    lacking[part] -= sign * group.size();
    for (int k = 0; k < classTotals.length; k++) {
      partCounts[part][k] += sign * group.counts()[k];
    }
  }

  /** Lets pairs of groups change places while that helps; each change lowers the cost. */
  private void swap(List<RowGroup> groups, int[] partOfGroup) {
    int largest = groups.get(0).size();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < partOfGroup.length; i++) {
        for (int j = i + 1; j < partOfGroup.length; j++) {
          int one = partOfGroup[i];
          int other = partOfGroup[j];
          if (one != other && swapHelps(groups.get(i), one, groups.get(j), other, largest)) {
            partOfGroup[i] = other;
            partOfGroup[j] = one;
            changed = true;
          }
        }
      }
    }
  }

  /** Changes the places of two groups, and back again unless that helps. */
  private boolean swapHelps(RowGroup first, int one, RowGroup second, int other, int largest) {
    double before = cost(one) + cost(other);
    double farthest = Math.max(Math.abs(lacking[one]), Math.abs(lacking[other]));
    move(first, one, other);
    move(second, other, one);
    double after = Math.max(Math.abs(lacking[one]), Math.abs(lacking[other]));
    if (cost(one) + cost(other) < before - EPSILON && (after < largest || after <= farthest)) {
      return true;
    }
    move(first, other, one);
    move(second, one, other);
    return false;
  }

  private void move(RowGroup group, int from, int to) {
    add(group, from, -1);
    add(group, to, 1);
  }

  /** Squared distances of a part's shares, of each class and of all rows, from its fraction. */
  private double cost(int part) {
    int all = Arrays.stream(classTotals).sum();
    double size = lacking[part] / all;
    double cost = size * size;
    for (int k = 0; k < classTotals.length; k++) {
      if (classTotals[k] > 0) {
        double distance = (double) partCounts[part][k] / classTotals[k] - fractions[part];
        cost += distance * distance;
      }
    }
    return cost;
  }

  private List<Integer> all() {
    List<Integer> parts = new ArrayList<>();
    for (int part = 0; part < fractions.length; part++) {
      parts.add(part);
    }
    return parts;
  }

  private int mostLacking(List<Integer> parts) {
    int best = parts.get(0);
    for (int part : parts) {
      if (lacking[part] > lacking[best] + EPSILON) {
        best = part;
      }
    }
    return best;
  }

  private int mostWanting(RowGroup group, List<Integer> parts) {
    int best = parts.get(0);
    for (int part : parts) {
      if (want(group, part) > want(group, best) + EPSILON) {
        best = part;
      }
    }
    return best;
  }

  /**
   * How much the sum over parts and classes of (share of the class − fraction)² falls where the
   * group goes to this part, but for terms that are the same for every part.
   */
  private double want(RowGroup group, int part) {
    double want = 0;
    for (int k = 0; k < classTotals.length; k++) {
      double total = Math.max(1, classTotals[k]);
      want += group.counts()[k] / total * (fractions[part] - partCounts[part][k] / total);
    }
    return want;
  }
}
