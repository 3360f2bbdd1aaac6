package org.stance4j.classifier;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

/**
 * What a calibration is fitted to: rows whose gold stance has a probability above 0.
 *
 * @param logarithms [n][stances], ln of the probabilities, −∞ for 0
 * @param gold n stances
 * @param importance what a row of each stance weighs; over all rows the weights sum to 1
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // rows are in the order of Stance
record CalibrationRows(double[][] logarithms, List<Stance> gold, double[] importance) {
  static CalibrationRows of(
      List<StanceProbabilities> outOfFold, List<Stance> gold, boolean balanced) {
    if (outOfFold.isEmpty() || outOfFold.size() != gold.size()) {
      throw new IllegalArgumentException(
          "a calibration is fitted to at least one prediction and one gold stance each, got "
              + outOfFold.size()
              + " predictions and "
              + gold.size()
              + " gold stances");
    }
    List<double[]> logarithms = new ArrayList<>();
    List<Stance> kept = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      if (outOfFold.get(i).of(gold.get(i)) > 0) {
        logarithms.add(logarithms(outOfFold.get(i)));
        kept.add(gold.get(i));
      }
    }
    return new CalibrationRows(
        logarithms.toArray(double[][]::new), kept, SoftmaxRegression.importance(kept, balanced));
  }

  /** ln of each probability, −∞ for 0. */
  static double[] logarithms(StanceProbabilities probabilities) {
    double[] values = probabilities.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.log(values[k]);
    }
    return values;
  }

  int size() {
    return logarithms.length;
  }

  /** Place of a row's gold stance. */
  int target(int row) {
    return gold.get(row).ordinal();
  }

  /** Weight of a row. */
  double weight(int row) {
    return importance[target(row)];
  }
}
