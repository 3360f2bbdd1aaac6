package org.stance4j.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.ProbabilityScores;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.FittedModel;
import org.stance4j.recipe.Recipe;

/** Puts a model's answers next to the gold labels. */
public final class Scoring {
  private Scoring() {}

  /** One scored example per example, in order. */
  public static List<ScoredExample> score(StanceModel model, Dataset dataset) {
    List<StanceProbabilities> probabilities = model.predict(dataset.sentences());
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < probabilities.size(); i++) {
      scored.add(new ScoredExample(dataset.examples().get(i), probabilities.get(i)));
    }
    return scored;
  }

  /**
   * The figures of a model's answers; where its recipe calibrates, those before calibration too.
   *
   * @param scored the model's answers on the data
   * @param seed source of the resamples
   */
  static Evaluation evaluate(
      Recipe recipe, FittedModel model, Dataset data, List<ScoredExample> scored, long seed) {
    Evaluation evaluation = Evaluator.evaluate(recipe.name(), data.name(), scored, seed);
    return recipe.calibrated()
        ? evaluation.withBeforeCalibration(ProbabilityScores.of(score(model.uncalibrated(), data)))
        : evaluation;
  }

  /** What a model that always gives one stance would say. */
  public static List<ScoredExample> constant(Stance stance, Dataset dataset) {
    double[] certain = new double[Stance.COUNT];
    certain[stance.ordinal()] = 1;
    StanceProbabilities probabilities = StanceProbabilities.of(certain);
    return dataset.examples().stream()
        .map(example -> new ScoredExample(example, probabilities))
        .toList();
  }
}
