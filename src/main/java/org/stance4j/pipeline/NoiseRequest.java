package org.stance4j.pipeline;

import org.stance4j.Dataset;
import org.stance4j.recipe.Recipe;

/**
 * Which labels to doubt, by which model.
 *
 * @param recipe what is trained on the rest of the data, fold by fold
 * @param dataset the labels; its groups are never split
 * @param folds number of folds, at least 2 and at most the number of groups
 * @param seed source of every random choice
 */
public record NoiseRequest(Recipe recipe, Dataset dataset, int folds, long seed) {
  public NoiseRequest {
    LearnableData.requireTwoStances(dataset);
    int groups = dataset.groupSizes().size();
    if (folds < 2 || folds > groups) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " has "
              + groups
              + " groups (documents, arguments and near-duplicates are joined); "
              + (groups < 2
                  ? "two are needed to learn from one and look at the other"
                  : "--folds must lie in [2, " + groups + "], got " + folds));
    }
  }
}
