package org.stance4j.classifier;

import java.util.List;
import java.util.Locale;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/** The ways to calibrate. */
public enum CalibrationMethod {
  /** No calibration. */
  NONE,
  /** One number for all stances, see {@link TemperatureScaling}. */
  TEMPERATURE,
  /** A weight and a bias for each stance, see {@link VectorScaling}. */
  VECTOR;

  /** The name in files: {@code none}, {@code temperature}, {@code vector}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Learns a calibration of this kind. The same input gives the same calibration.
   *
   * <p>A row whose gold stance has probability 0 is left out: no scaling can move that 0.
   *
   * @param outOfFold probabilities of sentences that the model did not learn from
   * @param gold their stances, in the same order
   * @param balanced whether every stance that occurs weighs the same, however often it does; to be
   *     set where the model was trained so, or the calibration would undo it
   * @throws IllegalArgumentException if there are no rows, or not one gold stance each
   */
  public Calibration fit(List<StanceProbabilities> outOfFold, List<Stance> gold, boolean balanced) {
    CalibrationRows rows = CalibrationRows.of(outOfFold, gold, balanced);
    return switch (this) {
      case NONE -> Calibration.none();
      case TEMPERATURE -> TemperatureScaling.fit(rows);
      case VECTOR -> VectorScaling.fit(rows);
    };
  }
}
