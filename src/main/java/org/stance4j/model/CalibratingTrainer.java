package org.stance4j.model;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.StanceProbabilities;
import org.stance4j.classifier.Calibration;
import org.stance4j.classifier.CalibrationMethod;

/**
 * Trains a model, and mends its probabilities by what a cross-validation inside the training data
 * says of them.
 *
 * @param trainer what is trained, on all of the data in the end
 * @param method how probabilities are mended
 * @param folds of the inner cross-validation, at least 2
 * @param balanced whether every stance weighs the same in the fit; to be set where the model is
 *     trained so
 */
public record CalibratingTrainer(
    ModelTrainer trainer, CalibrationMethod method, int folds, boolean balanced)
    implements ModelTrainer {
  public CalibratingTrainer {
    if (folds < 2) {
      throw new IllegalArgumentException("calibration folds must be at least 2, got " + folds);
    }
  }

  @Override
  public ModelTrainer telling(TrainingProgress progress) {
    return new CalibratingTrainer(trainer.telling(progress), method, folds, balanced);
  }

  @Override
  public FittedModel train(Dataset dataset, long seed) {
    List<StanceProbabilities> outOfFold =
        OutOfFold.predict(dataset, trainer, folds, seed, "the calibration");
    Calibration calibration = method.fit(outOfFold, dataset.stances(), balanced);
    return new CalibratedModel(trainer.train(dataset, seed), calibration);
  }
}
