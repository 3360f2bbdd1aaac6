package org.stance4j.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ScoredExample;

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
