package org.stance4j.recipe;

import org.stance4j.classifier.CalibrationMethod;
import org.stance4j.model.CalibratingTrainer;
import org.stance4j.model.ModelTrainer;

/**
 * How a model's probabilities are mended after training.
 *
 * @param method the way
 * @param folds of the inner cross-validation whose predictions it is fitted on, at least 2
 * @param balanced whether every stance weighs the same in the fit
 */
public record CalibrationSpec(CalibrationMethod method, int folds, boolean balanced) {
  /** The trainer with the calibration put on, if there is one. */
  ModelTrainer on(ModelTrainer trainer) {
    return method == CalibrationMethod.NONE
        ? trainer
        : new CalibratingTrainer(trainer, method, folds, balanced);
  }
}
