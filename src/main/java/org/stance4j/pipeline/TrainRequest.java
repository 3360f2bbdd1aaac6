package org.stance4j.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;

/**
 * What to train on what.
 *
 * @param recipes one model each, at least one; names are different
 * @param training what is learnt from and cross-validated on; its groups are never split
 * @param documents real text that no model learns from; {@code null} where there is none at hand
 * @param seed source of every random choice
 */
public record TrainRequest(
    List<Recipe> recipes, Dataset training, @Nullable Dataset documents, long seed) {
  public TrainRequest {
    recipes = List.copyOf(recipes);
    if (recipes.isEmpty()
        || recipes.stream().map(Recipe::name).distinct().count() != recipes.size()) {
      throw new IllegalArgumentException(
          "recipes must be one or more with different names, got "
              + recipes.stream().map(Recipe::name).toList());
    }
  }
}
