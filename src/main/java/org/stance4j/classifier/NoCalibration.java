package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.StanceProbabilities;
import org.stance4j.tensor.TensorBundle;

/** Leaves probabilities as they are. */
public enum NoCalibration implements Calibration {
  /** The only one. */
  INSTANCE;

  static final String TYPE = "none";

  @Override
  public StanceProbabilities apply(StanceProbabilities probabilities) {
    return probabilities;
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(Map.of("type", TYPE), Map.of());
  }
}
