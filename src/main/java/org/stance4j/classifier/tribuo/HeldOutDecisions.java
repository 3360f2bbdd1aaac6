package org.stance4j.classifier.tribuo;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.GroupKFold;

/**
 * Decision values of every training row by a machine that has not learnt from its group: what
 * probabilities are fitted on.
 */
final class HeldOutDecisions {
  private HeldOutDecisions() {}

  /** Trains a machine on some rows and lets it decide others. */
  interface Machine {
    /**
     * Decision values of the tested rows, in their order.
     *
     * @param rest the rows to learn from
     * @param train where they stand in the whole dataset
     * @param test the tested rows' places in the whole dataset
     */
    List<double[]> decide(Dataset rest, List<Integer> train, List<Integer> test);
  }

  /**
   * A grouped cross-validation; folds are trained side by side.
   *
   * @param most number of folds; fewer where there are fewer groups
   * @return one row of decision values per row of the dataset
   * @throws IllegalArgumentException if there is a single group, or a fold leaves a single stance
   */
  static double[][] of(Dataset dataset, int most, long seed, Machine machine) {
    int folds = Math.min(most, dataset.groupSizes().size());
    if (folds < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " is a single group; probabilities are fitted on held-out groups, so at least two are needed");
    }
    double[][] decisions = new double[dataset.size()][];
    // each fold writes its own rows: the order plays no part
    GroupKFold.split(dataset, folds, seed).stream()
        .parallel()
        .forEach(fold -> decide(fold, folds, dataset, machine, decisions));
    return decisions;
  }

  private static void decide(
      Fold fold, int folds, Dataset dataset, Machine machine, double[][] decisions) {
    Dataset rest = dataset.select(fold.train());
    if (rest.stances().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + ": without fold "
              + (fold.index() + 1)
              + " of "
              + folds
              + ", which probabilities are fitted on, a single stance is left; spread the stances"
              + " over more groups");
    }
    List<double[]> decided = machine.decide(rest, fold.train(), fold.test());
    for (int i = 0; i < decided.size(); i++) {
      decisions[fold.test().get(i)] = decided.get(i);
    }
  }
}
