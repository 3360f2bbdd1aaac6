package org.stance4j.classifier;

import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * Turns a model's probabilities into ones that can be taken at their word; learnt from out-of-fold
 * predictions, see {@link CalibrationMethod#fit}.
 *
 * <p>A probability of exactly 0 stays 0. Immutable and thread-safe.
 */
public sealed interface Calibration permits NoCalibration, TemperatureScaling, VectorScaling {
  /** The calibrated probabilities. */
  StanceProbabilities apply(StanceProbabilities probabilities);

  /** What was learnt, enough for {@link #restore} to make the same calibration. */
  TensorBundle state();

  /** Leaves probabilities as they are. */
  static Calibration none() {
    return NoCalibration.INSTANCE;
  }

  /**
   * The calibration whose state this is.
   *
   * @throws TensorFormatException if the state is of an unknown type, incomplete, misshapen or
   *     holds numbers that no calibration has
   */
  static Calibration restore(TensorBundle state) {
    String type = state.setting("type");
    try {
      return switch (type) {
        case NoCalibration.TYPE -> none();
        case TemperatureScaling.TYPE -> TemperatureScaling.restored(state);
        case VectorScaling.TYPE -> VectorScaling.restored(state);
        default ->
            throw new TensorFormatException(
                "unknown calibration type '"
                    + type
                    + "'; known are "
                    + String.join(
                        ", ", NoCalibration.TYPE, TemperatureScaling.TYPE, VectorScaling.TYPE));
      };
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new TensorFormatException(
          "calibration of type '" + type + "' is damaged: " + e.getMessage(), e);
    }
  }
}
