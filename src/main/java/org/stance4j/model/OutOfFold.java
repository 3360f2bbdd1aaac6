package org.stance4j.model;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceTrainer;
import org.stance4j.evaluation.CrossValidation;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.ScoredExample;

/**
 * Predictions for training data by models that did not see the sentence's group: what anything that
 * learns from a model's probabilities must learn from.
 */
final class OutOfFold {
  private OutOfFold() {}

  /**
   * One distribution per example, by a grouped cross-validation inside the data.
   *
   * @param folds wanted; fewer where the data have fewer groups
   * @param purpose what the predictions are for, in the message of a failure
   * @throws IllegalArgumentException if the data are a single group
   */
  static List<StanceProbabilities> predict(
      Dataset dataset, StanceTrainer trainer, int folds, long seed, String purpose) {
    int groups = dataset.groupSizes().size();
    if (groups < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " is a single group; "
              + purpose
              + " is fitted on held-out groups, so at least two are needed");
    }
    return CrossValidation.run(
            dataset,
            trainer,
            GroupKFold.split(dataset, Math.min(folds, groups), seed),
            seed,
            FoldListener.NONE)
        .stream()
        .map(ScoredExample::probabilities)
        .toList();
  }
}
