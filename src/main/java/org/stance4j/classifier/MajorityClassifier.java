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
      double[] shares = new double[Stance.COUNT];
      for (Stance stance : dataset.stances()) {
        shares[stance.ordinal()] += 1.0 / dataset.size();
      }
      return new MajorityClassifier(StanceProbabilities.of(shares));
    };
  }

  static MajorityClassifier restore(TensorBundle state) {
    float[] shares = state.tensor("shares").floats();
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
