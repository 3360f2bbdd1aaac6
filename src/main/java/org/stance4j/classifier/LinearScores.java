package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** One linear function of a vector per stance: w_k·x + b_k. Immutable and thread-safe. */
@SuppressWarnings("EnumOrdinal") // rows are in the declaration order of Stance
public final class LinearScores {
  private final int dimension;
  private final float[] weights;
  private final float[] biases;

  /**
   * Functions with these numbers.
   *
   * @param weights [stances][dimension], row by row, in stance order
   * @param biases [stances]
   */
  LinearScores(float[] weights, float[] biases) {
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
    this.dimension = Vectors.checkedDimension(weights.length / Stance.COUNT);
    this.weights = weights.clone();
    this.biases = biases.clone();
  }

  static LinearScores restore(TensorBundle state) {
    return new LinearScores(
        state.floats("weights", Stance.COUNT, -1), state.floats("biases", Stance.COUNT));
  }

  /** Length of the vectors. */
  public int dimension() {
    return dimension;
  }

  /** What one number of a vector adds to a stance's score for each unit of it. */
  public float weight(Stance stance, int index) {
    return weights[stance.ordinal() * dimension + index];
  }

  /** A stance's score of a vector of zeros. */
  public float bias(Stance stance) {
    return biases[stance.ordinal()];
  }

  /** One score per stance, in declaration order. */
  public double[] of(FeatureVector vector) {
    double[] scores = new double[Stance.COUNT];
    for (int k = 0; k < Stance.COUNT; k++) {
      scores[k] = Vectors.dot(vector, weights, k * dimension) + biases[k];
    }
    return scores;
  }

  Map<String, Tensor> tensors() {
    return Map.of(
        "weights", Tensor.ofFloats(weights, Stance.COUNT, dimension),
        "biases", Tensor.ofFloats(biases, Stance.COUNT));
  }
}
