package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * Logistic regression, one stance against the rest: p(k) is σ(w_k·x + b_k), scaled to sum 1 (as
 * LibLinear does, Fan et al. 2008).
 */
public final class LinearClassifier implements Classifier {
  static final String TYPE = "linear";

  private final int dimension;
  private final float[] weights;
  private final float[] biases;

  /**
   * A classifier over these numbers.
   *
   * @param weights [stances][dimension], row by row, in stance order
   * @param biases [stances]
   */
  public LinearClassifier(float[] weights, float[] biases) {
    if (biases.length != Stance.COUNT || weights.length % Stance.COUNT != 0) {
      throw new TensorFormatException(
          "a linear classifier has "
              + Stance.COUNT
              + " biases and rows of weights, got "
              + biases.length
              + " biases and "
              + weights.length
              + " weights");
    }
    this.dimension = weights.length / Stance.COUNT;
    this.weights = weights.clone();
    this.biases = biases.clone();
  }

  static LinearClassifier restore(TensorBundle state) {
    return new LinearClassifier(state.tensor("weights").floats(), state.tensor("biases").floats());
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    double[] probabilities = new double[Stance.COUNT];
    double sum = 0;
    for (int k = 0; k < Stance.COUNT; k++) {
      double score = Vectors.dot(vector, weights, k * dimension) + biases[k];
      probabilities[k] = 1 / (1 + Math.exp(-score));
      sum += probabilities[k];
    }
    for (int k = 0; k < Stance.COUNT; k++) {
      probabilities[k] /= sum;
    }
    return StanceProbabilities.of(probabilities);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public TensorBundle state() {
    return TensorBundle.of(
        Map.of("type", TYPE),
        Map.of(
            "weights", Tensor.ofFloats(weights, Stance.COUNT, dimension),
            "biases", Tensor.ofFloats(biases, Stance.COUNT)));
  }
}
