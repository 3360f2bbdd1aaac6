package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;

/**
 * Temperature scaling: p'(k) ∝ p(k)^(1/T), that is the softmax of ln p(k) / T (Guo et al. 2017).
 *
 * <p>Above 1 the temperature makes probabilities less sure, below 1 surer. The most probable stance
 * stays the same.
 *
 * @param temperature T, in [{@value #LEAST}, {@value #MOST}]
 */
public record TemperatureScaling(float temperature) implements Calibration {
  /** Lowest temperature. Where every row is right, the best one would be 0. */
  public static final double LEAST = 0.05;

  /** Highest temperature. Where a model is worse than chance, there would be no best one. */
  public static final double MOST = 20;

  static final String TYPE = "temperature";

  private static final int BISECTIONS = 60;
  private static final double FLAT = 1e-12;

  public TemperatureScaling {
    if (!(temperature >= LEAST && temperature <= MOST)) {
      throw new IllegalArgumentException(
          "a temperature must be in [" + LEAST + ", " + MOST + "], got " + temperature);
    }
  }

  /**
   * The temperature of least log loss. That loss is convex in 1/T, so its slope is bisected; 1
   * where the temperature makes no difference.
   */
  static TemperatureScaling fit(CalibrationRows rows) {
    if (Math.abs(slope(rows, 1)) <= FLAT) {
      return new TemperatureScaling(1);
    }
    double low = Math.log(1 / MOST);
    double high = Math.log(1 / LEAST);
    for (int step = 0; step < BISECTIONS; step++) {
      double middle = (low + high) / 2;
      if (slope(rows, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double best = Math.exp(-(low + high) / 2);
    return new TemperatureScaling((float) Math.min(MOST, Math.max(LEAST, best)));
  }

  /** Slope of the log loss in 1/T: Σ weight · (Σ_k p'(k) ln p(k) − ln p(gold)). */
  private static double slope(CalibrationRows rows, double inverse) {
    double slope = 0;
    for (int i = 0; i < rows.size(); i++) {
      double[] logarithms = rows.logarithms()[i];
      double[] probabilities = Vectors.softmax(scaled(logarithms, inverse));
      double mean = 0;
      for (int k = 0; k < probabilities.length; k++) {
        mean += probabilities[k] > 0 ? probabilities[k] * logarithms[k] : 0;
      }
      slope += rows.weight(i) * (mean - logarithms[rows.target(i)]);
    }
    return slope;
  }

  private static double[] scaled(double[] logarithms, double inverse) {
    double[] scaled = logarithms.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= inverse;
    }
    return scaled;
  }

  static TemperatureScaling restored(TensorBundle state) {
    return new TemperatureScaling(state.floats("temperature", 1)[0]);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // probabilities are in the declaration order of Stance
  public StanceProbabilities apply(StanceProbabilities probabilities) {
    double[] calibrated =
        Vectors.softmax(scaled(CalibrationRows.logarithms(probabilities), 1.0 / temperature));
    Stance stance = probabilities.stance();
    StanceProbabilities result = StanceProbabilities.of(calibrated);
    if (result.stance() == stance) {
      return result;
    }
    // rounding made a tie of a lead; the leader keeps it by one unit in the last place
    calibrated[stance.ordinal()] = Math.nextUp(result.of(result.stance()));
    return StanceProbabilities.of(calibrated);
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of("type", TYPE), Map.of("temperature", Tensor.ofFloats(new float[] {temperature}, 1)));
  }
}
