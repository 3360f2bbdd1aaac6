package org.stance4j.tuning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.Recipe;
import org.stance4j.recipe.Recipes;

/** A search without training: a recipe with cost c is right in c of 9 sentences. */
final class Fakes {
  /** Nobody listens. */
  static final TuningListener SILENT =
      new TuningListener() {
        @Override
        public void begin(String trial, Progress progress) {}

        @Override
        public void end(String trial, Progress progress) {}
      };

  private static final Pattern COST = Pattern.compile("cost: ([0-9.]+)");

  private Fakes() {}

  /** One template with these costs to choose from. */
  static Space space(String costs) {
    return Space.parse("- " + recipe("words", "{choose: [" + costs + "]}"), "space");
  }

  /** A recipe's text in one line of flow, without the braces' lines. */
  static String recipe(String name, String cost) {
    return "{name: "
        + name
        + ", description: one, features: {type: ngrams}, classifier: {type: linear, cost: "
        + cost
        + "}}\n";
  }

  static Recipe given(String name, String cost) {
    return Recipes.parse(recipe(name, cost), name);
  }

  /** Groups of one sentence each. */
  static Dataset dataset(int groups) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      String id = "s" + i;
      examples.add(
          new Example(
              id,
              Sentence.alone(id, "Sentence " + i + "."),
              i % 2 == 0 ? Stance.PRO : Stance.ANTI,
              null,
              "g" + i,
              Example.attributes(Map.of())));
    }
    return new Dataset("fake", examples);
  }

  static TuningRequest request(
      Space space,
      List<Recipe> given,
      int outerFolds,
      @Nullable Integer trials,
      @Nullable Duration budget) {
    return new TuningRequest(
        dataset(81), null, space, given, Metric.ACCURACY, outerFolds, trials, budget, 17);
  }

  static double cost(Recipe recipe) {
    Matcher matcher = COST.matcher(recipe.line());
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  /** The costs that a rung of a search tried, in order. */
  static List<Integer> costs(TuningResult result, String scope, int rung) {
    return result.trials().stream()
        .filter(trial -> trial.scope().equals(scope) && trial.rung() == rung)
        .map(trial -> (int) cost(trial.recipe()))
        .toList();
  }

  /** Right in so many of 9 sentences as the cost says; a fold takes time by a clock. */
  static class Scorer implements TrialScorer {
    private final long nanosPerRow;
    private long now;

    Scorer() {
      this(0);
    }

    /** A scorer that takes so many nanoseconds for each row of the data, over all folds. */
    Scorer(long nanosPerRow) {
      this.nanosPerRow = nanosPerRow;
    }

    long now() {
      return now;
    }

    @Override
    public List<ScoredExample> score(
        Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
      List<Integer> tested = new ArrayList<>();
      for (int fold = 0; fold < folds.size(); fold++) {
        tested.addAll(folds.get(fold).test());
        now += nanosPerRow * dataset.size() / folds.size();
        listener.foldDone(fold + 1, folds.size());
      }
      long right = Math.round(tested.size() * cost(recipe) / 9);
      return IntStream.range(0, tested.size())
          .mapToObj(
              i -> {
                Example example = dataset.examples().get(tested.get(i));
                Stance other = example.stance() == Stance.PRO ? Stance.ANTI : Stance.PRO;
                return new ScoredExample(example, certain(i < right ? example.stance() : other));
              })
          .toList();
    }

    @SuppressWarnings("EnumOrdinal") // probabilities stand in declaration order
    private static StanceProbabilities certain(Stance stance) {
      double[] values = new double[Stance.COUNT];
      values[stance.ordinal()] = 1;
      return StanceProbabilities.of(values);
    }
  }

  /** A trial of the choosing search with these choices. */
  static Trial trial(int number, String family, int rung, double score, Map<String, String> picks) {
    return new Trial(
        Trial.FINAL,
        rung,
        new Candidate(number, family, false, given("words", "1.0"), new TreeMap<>(picks)),
        1,
        9,
        score,
        0,
        Trial.Status.OK,
        "");
  }
}
