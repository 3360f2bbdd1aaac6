package org.stance4j.classifier;

import java.util.Map;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.ElementType;
import org.stance4j.tensor.Int8Rows;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * A support vector machine with a radial kernel exp(−γ‖x − v‖²), one stance against each other.
 *
 * <p>The three decision values become probabilities by a {@link SoftmaxRegression} that was fitted
 * on held-out decision values. Support vectors are kept in eight bits, each with a scale of its
 * own.
 *
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/libsvm.pdf">Chang and Lin 2011,
 *     LIBSVM</a>
 */
public final class KernelClassifier implements Classifier {
  static final String TYPE = "rbf-svm";

  private final double gamma;
  private final int dimension;
  private final float[] supportVectors;
  private final float[] squaredLengths;
  private final float[] coefficients;
  private final float[] offsets;
  private final SoftmaxRegression calibration;

  /**
   * A classifier over these numbers.
   *
   * @param gamma kernel width, above 0
   * @param supportVectors [vectors][dimension], row by row; rounded to eight bits, see {@link
   *     Int8Rows}
   * @param coefficients [pairs][vectors]: the weight of each vector in the decision of each pair of
   *     stances (pro–anti, pro–neutral, anti–neutral), 0 where it has none
   * @param offsets [pairs]: added to the decision of a pair
   * @param calibration [pairs] decision values → probabilities
   */
  public KernelClassifier(
      double gamma,
      float[] supportVectors,
      float[] coefficients,
      float[] offsets,
      SoftmaxRegression calibration) {
    this(
        calibration,
        gamma,
        rounded(supportVectors, coefficients.length / StancePairs.COUNT),
        coefficients,
        offsets);
  }

  /** The same over support vectors that are rounded already; they are not copied. */
  private KernelClassifier(
      SoftmaxRegression calibration,
      double gamma,
      float[] supportVectors,
      float[] coefficients,
      float[] offsets) {
    int vectors = coefficients.length / StancePairs.COUNT;
    if (!(gamma > 0)
        || offsets.length != StancePairs.COUNT
        || vectors == 0
        || coefficients.length % StancePairs.COUNT != 0
        || supportVectors.length % vectors != 0
        || calibration.inputs() != StancePairs.COUNT) {
      throw new TensorFormatException(
          "shapes of the kernel classifier do not fit: gamma "
              + gamma
              + ", "
              + supportVectors.length
              + " support values, "
              + coefficients.length
              + " coefficients, "
              + offsets.length
              + " offsets");
    }
    this.gamma = gamma;
    this.dimension = supportVectors.length / vectors;
    this.supportVectors = supportVectors;
    this.coefficients = coefficients.clone();
    this.offsets = offsets.clone();
    this.calibration = calibration;
    this.squaredLengths = new float[vectors];
    for (int v = 0; v < vectors; v++) {
      double sum = 0;
      for (int k = v * dimension; k < (v + 1) * dimension; k++) {
        sum += (double) this.supportVectors[k] * this.supportVectors[k];
      }
      squaredLengths[v] = (float) sum;
    }
  }

  /** The vectors in eight bits; what does not fit together is left to the other constructor. */
  private static float[] rounded(float[] supportVectors, int vectors) {
    return vectors == 0 || supportVectors.length % vectors != 0
        ? supportVectors
        : Int8Rows.of(supportVectors, vectors).floats();
  }

  static KernelClassifier restore(TensorBundle state) {
    float[] coefficients = state.floats("coefficients", StancePairs.COUNT, -1);
    return new KernelClassifier(
        new SoftmaxRegression(
            state.floats("calibrationWeights", Stance.COUNT, StancePairs.COUNT),
            state.floats("calibrationBiases", Stance.COUNT)),
        Double.parseDouble(state.setting("gamma")),
        supportVectors(state, coefficients.length / StancePairs.COUNT),
        coefficients,
        state.floats("offsets", StancePairs.COUNT));
  }

  /** Versions trained before there were eight bits hold them in half precision. */
  private static float[] supportVectors(TensorBundle state, int vectors) {
    return state.tensor("supportVectors").type() == ElementType.I8
        ? Int8Rows.of(state.tensor("supportVectors"), state.floats("supportScales", vectors))
            .floats()
        : state.floats("supportVectors", vectors, -1);
  }

  /** The decision value of each pair of stances; positive speaks for the first of the pair. */
  public double[] decisions(FeatureVector vector) {
    check(vector);
    double[] decisions = new double[StancePairs.COUNT];
    for (int pair = 0; pair < StancePairs.COUNT; pair++) {
      decisions[pair] = offsets[pair];
    }
    double length = Vectors.squaredLength(vector);
    for (int v = 0; v < squaredLengths.length; v++) {
      double distance =
          length + squaredLengths[v] - 2 * Vectors.dot(vector, supportVectors, v * dimension);
      double kernel = Math.exp(-gamma * Math.max(0, distance));
      for (int pair = 0; pair < StancePairs.COUNT; pair++) {
        decisions[pair] += coefficients[pair * squaredLengths.length + v] * kernel;
      }
    }
    return decisions;
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    return StanceProbabilities.of(calibration.probabilities(decisions(vector)));
  }

  /** The same machine with other probabilities. */
  public KernelClassifier withCalibration(SoftmaxRegression other) {
    return new KernelClassifier(other, gamma, supportVectors, coefficients, offsets);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public TensorBundle state() {
    int vectors = squaredLengths.length;
    Int8Rows rows = Int8Rows.of(supportVectors, vectors);
    return TensorBundle.of(
        Map.of("type", TYPE, "gamma", String.valueOf(gamma)),
        Map.of(
            "supportVectors", rows.values(),
            "supportScales", rows.scales(),
            "coefficients", Tensor.ofFloats(coefficients, StancePairs.COUNT, vectors),
            "offsets", Tensor.ofFloats(offsets, StancePairs.COUNT),
            "calibrationWeights",
                Tensor.ofFloats(calibration.weights(), Stance.COUNT, StancePairs.COUNT),
            "calibrationBiases", Tensor.ofFloats(calibration.biases(), Stance.COUNT)));
  }
}
