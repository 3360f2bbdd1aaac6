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
    return new LinearClassifier(
        state.floats("weights", Stance.COUNT, -1), state.floats("biases", Stance.COUNT));
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    double[] logarithms = new double[Stance.COUNT];
    for (int k = 0; k < Stance.COUNT; k++) {
      logarithms[k] = logSigmoid(Vectors.dot(vector, weights, k * dimension) + biases[k]);
    }
    // the softmax of ln σ is σ scaled to sum 1, and does not underflow where all scores are low
    return StanceProbabilities.of(Vectors.softmax(logarithms));
  }

  private static double logSigmoid(double score) {
    return Math.min(0, score) - Math.log1p(Math.exp(-Math.abs(score)));
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
