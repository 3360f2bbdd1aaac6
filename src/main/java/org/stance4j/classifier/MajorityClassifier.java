package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;

/**
 * The baseline that every other model must beat: the class shares of the training data for every
 * sentence, so always the most frequent stance.
 *
 * @param shares one share per stance
 */
public record MajorityClassifier(StanceProbabilities shares) implements Classifier {
  static final String TYPE = "majority";

  /** A trainer that counts labels. */
  public static ClassifierTrainer trainer() {
    return (dataset, vectors, seed) -> {
      if (dataset.size() == 0) {
        throw new IllegalArgumentException(
            "dataset " + dataset.name() + " is empty; there is nothing to count");
      }
      double[] shares = new double[Stance.COUNT];
      for (Stance stance : Stance.values()) {
        long count = dataset.stances().stream().filter(stance::equals).count();
        // single precision, as in the saved state
        shares[stance.ordinal()] = (float) ((double) count / dataset.size());
      }
      return new MajorityClassifier(StanceProbabilities.of(shares));
    };
  }

  static MajorityClassifier restore(TensorBundle state) {
    float[] shares = state.floats("shares", Stance.COUNT);
    return new MajorityClassifier(StanceProbabilities.of(shares[0], shares[1], shares[2]));
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    return shares;
  }

  @Override
  public int dimension() {
    return 0;
  }

  @Override
  public TensorBundle state() {
    float[] values = {(float) shares.pro(), (float) shares.anti(), (float) shares.neutral()};
    return TensorBundle.of(
        Map.of("type", TYPE), Map.of("shares", Tensor.ofFloats(values, values.length)));
  }
}
