package org.stance4j.report;

import java.util.List;
import java.util.stream.Stream;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.EvaluationWarning;
import org.stance4j.evaluation.MetricDifference;

/** What the forms of a comparison of recipes say alike. Called by the templates. */
public final class RecipesWords {
  /** How the times were taken. */
  public static final String TIMES =
      "Times were taken in one process on one machine: training is one training with all embeddings"
          + " at hand, encoding is what they took for the first recipe that needed them, and"
          + " sentences a second are predicted with the encoder in use and no embedding at hand.";

  private RecipesWords() {}

  /** Whether a recipe is shown to be behind the best. */
  public static String verdict(MetricDifference difference) {
    return difference.claim() ? "behind" : "not shown to differ";
  }

  /** What to beware of in all of these figures alike. */
  public static List<EvaluationWarning> shared(List<Evaluation> evaluations) {
    return Stream.of(EvaluationWarning.values())
        .filter(
            warning ->
                evaluations.stream().allMatch(figures -> figures.warnings().contains(warning)))
        .toList();
  }

  /** The seconds of encoding, or a dash for a recipe without an encoder. */
  public static String encoding(RecipeEntry recipe) {
    double seconds = recipe.timing().encodingSeconds();
    return seconds == 0 ? "–" : Figures.seconds(seconds);
  }

  /** A figure before the probabilities were calibrated: {@code , 0.123 before calibration}. */
  static String before(double figure) {
    return ", " + Figures.figure(figure) + " before calibration";
  }
}
