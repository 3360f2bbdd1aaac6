package org.stance4j.pipeline;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stance4j.Dataset;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.model.PerTargetTrainer;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;

/**
 * What to train on what.
 *
 * @param recipes one model each, at least one; names are different, folds and seed are the same;
 *     one that is named as a baseline is the baseline
 * @param training what is learnt from and cross-validated on; its groups are never split
 * @param heldOut data that no model learns from and none is chosen by; may be empty
 */
public record TrainRequest(List<Recipe> recipes, Dataset training, Map<HeldOut, Dataset> heldOut) {
  public TrainRequest {
    recipes = List.copyOf(recipes);
    Map<HeldOut, Dataset> copy = new EnumMap<>(HeldOut.class);
    copy.putAll(heldOut);
    heldOut = Collections.unmodifiableMap(copy);
    if (recipes.isEmpty()
        || recipes.stream().map(Recipe::name).distinct().count() != recipes.size()) {
      throw new IllegalArgumentException(
          "recipes must be one or more with different names, got "
              + recipes.stream().map(Recipe::name).toList());
    }
    for (Recipe recipe : recipes) {
      if (Recipes.BASELINES.contains(recipe.name())
          && !recipe.trainsTheSameAs(Recipes.load(recipe.name()))) {
        throw new IllegalArgumentException(
            "recipe '"
                + recipe.name()
                + "' trains another model than the shipped recipe of that name, which every model"
                + " is measured against; give it another 'name'");
      }
    }
    if (recipes.stream().mapToInt(Recipe::folds).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "recipes must have the same number of folds to be compared, got "
              + recipes.stream().map(recipe -> recipe.name() + ": " + recipe.folds()).toList()
              + "; train them one by one or change 'folds'");
    }
    if (recipes.stream().mapToLong(Recipe::seed).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "recipes must have the same seed to be compared, got "
              + recipes.stream().map(recipe -> recipe.name() + ": " + recipe.seed()).toList()
              + "; train them one by one or give one with --seed");
    }
    LearnableData.requireTwoStances(training);
    for (Recipe recipe : recipes) {
      if (recipe.perTarget()) {
        requireKnownTargets(recipe, training, heldOut.values());
      }
    }
    int groups = training.groupSizes().size();
    if (groups < recipes.get(0).folds()) {
      throw new IllegalArgumentException(
          "dataset "
              + training.name()
              + " has "
              + training.size()
              + " sentences in "
              + groups
              + " groups (documents, arguments and near-duplicates are joined), fewer than the "
              + recipes.get(0).folds()
              + " folds of recipe "
              + recipes.get(0).name()
              + "; add other text, or set fewer 'folds' in a recipe file");
    }
  }

  /** A model for each target answers for no other. */
  private static void requireKnownTargets(
      Recipe recipe, Dataset training, Collection<Dataset> heldOut) {
    Set<String> known = PerTargetTrainer.targets(training);
    for (Dataset data : heldOut) {
      for (String target : PerTargetTrainer.targets(data)) {
        if (!known.contains(target)) {
          throw new IllegalArgumentException(
              "dataset "
                  + data.name()
                  + " has the target '"
                  + target
                  + "', which recipe "
                  + recipe.name()
                  + " cannot learn: it trains one model for each target of "
                  + training.name()
                  + ", which are "
                  + String.join(", ", known)
                  + "; leave the rows of other targets out or set perTarget: false");
        }
      }
    }
  }

  /** Source of every random choice: that of the recipes. */
  public long seed() {
    return recipes.get(0).seed();
  }
}
