package org.stance4j.tuning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Metric;
import org.stance4j.provenance.DatasetFingerprint;
import org.stance4j.provenance.Sha256;
import org.stance4j.recipe.DataSpec;
import org.stance4j.recipe.Recipe;

/**
 * What to search where.
 *
 * @param training what is learnt from; its groups are never split
 * @param source where the training data come from, which the recipe found then names; {@code null}
 *     for those that ship with the program
 * @param space what is drawn from
 * @param given recipes that are tried first and measured on all of the data, so that the result is
 *     at least as good as each of them by the search's own score; with different names
 * @param metric what is to be as high as possible
 * @param outerFolds outer folds of the nested cross-validation, in [2, {@value #MOST_FOLDS}]; 0 for
 *     none, and then for no honest figure
 * @param trials number of recipes that a search draws, at least 1; {@code null} for as many as the
 *     budget allows
 * @param budget wall-clock time of everything, above 0; {@code null} for no limit
 * @param seed source of every random choice
 */
public record TuningRequest(
    Dataset training,
    @Nullable DataSpec source,
    Space space,
    List<Recipe> given,
    Metric metric,
    int outerFolds,
    @Nullable Integer trials,
    @Nullable Duration budget,
    long seed) {
  /** Folds of the cross-validation that scores a trial. */
  public static final int INNER_FOLDS = 3;

  /** Most outer folds. */
  public static final int MOST_FOLDS = 20;

  public TuningRequest {
    given = given.stream().map(recipe -> recipe.withoutData().withSeed(seed)).toList();
    if (given.stream().map(Recipe::name).distinct().count() != given.size()) {
      throw new IllegalArgumentException(
          "recipes must have different names, got " + given.stream().map(Recipe::name).toList());
    }
    if (outerFolds != 0 && (outerFolds < 2 || outerFolds > MOST_FOLDS)) {
      throw new IllegalArgumentException(
          "outer folds must be 0 or lie in [2, " + MOST_FOLDS + "], got " + outerFolds);
    }
    if (trials == null && budget == null) {
      throw new IllegalArgumentException("a search needs a number of trials or a budget of time");
    }
    if (trials != null && trials < 1) {
      throw new IllegalArgumentException("trials must be at least 1, got " + trials);
    }
    if (budget != null && budget.toMillis() < 1) {
      throw new IllegalArgumentException("the budget must be above 0, got " + budget);
    }
    if (training.stances().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + training.name()
              + " holds sentences of fewer than two stances; add others before a search");
    }
    int groups = training.groupSizes().size();
    int least = INNER_FOLDS * Math.max(1, outerFolds);
    if (groups < least) {
      throw new IllegalArgumentException(
          "dataset "
              + training.name()
              + " has "
              + groups
              + " groups, too few for "
              + outerFolds
              + " outer and "
              + INNER_FOLDS
              + " inner folds, which need "
              + least
              + "; add other text or ask for fewer --outer-folds");
    }
  }

  /** What a search depends on, as text by name: a log goes on only under the same. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", DatasetFingerprint.of(training));
    settings.put("space", space.sha256());
    settings.put(
        "recipes",
        Sha256.ofText(given.stream().map(Recipe::line).collect(Collectors.joining("\n"))));
    settings.put("metric", metric.key());
    settings.put("outer folds", String.valueOf(outerFolds));
    settings.put("inner folds", String.valueOf(INNER_FOLDS));
    settings.put("trials", trials == null ? "as the budget allows" : String.valueOf(trials));
    settings.put("budget", budget == null ? "none" : budget.toMillis() + " ms");
    settings.put("seed", String.valueOf(seed));
    return settings;
  }
}
