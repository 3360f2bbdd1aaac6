package org.stance4j.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
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

  private static final int AT_ONCE = 32;

  private final double gamma;
  private final SupportVectors supportVectors;
  private final float[] coefficients;
  private final float[] offsets;
  private final SoftmaxRegression calibration;

  /**
   * A classifier over these numbers.
   *
   * @param gamma kernel width, above 0, finite
   * @param supportVectors at least one, all dense or all sparse, of one dimension; rounded to eight
   *     bits, see {@link org.stance4j.tensor.Int8Rows}
   * @param coefficients [pairs][vectors]: the weight of each vector in the decision of each pair of
   *     stances (pro–anti, pro–neutral, anti–neutral), 0 where it has none
   * @param offsets [pairs]: added to the decision of a pair
   * @param calibration [pairs] decision values → probabilities
   */
  public KernelClassifier(
      double gamma,
      List<? extends FeatureVector> supportVectors,
      float[] coefficients,
      float[] offsets,
      SoftmaxRegression calibration) {
    this(calibration, gamma, SupportVectors.rounded(supportVectors), coefficients, offsets);
  }

  private KernelClassifier(
      SoftmaxRegression calibration,
      double gamma,
      SupportVectors supportVectors,
      float[] coefficients,
      float[] offsets) {
    if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)
        || offsets.length != StancePairs.COUNT
        || coefficients.length != StancePairs.COUNT * supportVectors.count()
        || calibration.inputs() != StancePairs.COUNT) {
      throw new TensorFormatException(
          "shapes of the kernel classifier do not fit: gamma "
              + gamma
              + ", "
              + supportVectors.count()
              + " support vectors, "
              + coefficients.length
              + " coefficients, "
              + offsets.length
              + " offsets, a calibration of "
              + calibration.inputs()
              + " inputs");
    }
    this.gamma = gamma;
    this.supportVectors = supportVectors;
    this.coefficients = coefficients.clone();
    this.offsets = offsets.clone();
    this.calibration = calibration;
  }

  static KernelClassifier restore(TensorBundle state) {
    float[] coefficients = state.floats("coefficients", StancePairs.COUNT, -1);
    return new KernelClassifier(
        SoftmaxRegression.restore(state, StancePairs.COUNT),
        Double.parseDouble(state.setting("gamma")),
        SupportVectors.restore(state, coefficients.length / StancePairs.COUNT),
        coefficients,
        state.floats("offsets", StancePairs.COUNT));
  }

  /** The decision value of each pair of stances; positive speaks for the first of the pair. */
  public double[] decisions(FeatureVector vector) {
    return decisions(List.of(vector)).get(0);
  }

  /**
   * The same for several vectors, which is faster than one after another. A vector's values do not
   * depend on the others.
   *
   * @return one array per vector
   */
  public List<double[]> decisions(List<? extends FeatureVector> vectors) {
    vectors.forEach(Vectors::requireOnePerSentence);
    vectors.forEach(this::check);
    List<double[]> decisions = new ArrayList<>();
    for (int from = 0; from < vectors.size(); from += AT_ONCE) {
      int to = Math.min(vectors.size(), from + AT_ONCE);
      for (double[] kernel : supportVectors.kernel(vectors.subList(from, to), gamma)) {
        decisions.add(weighted(kernel));
      }
    }
    return decisions;
  }

  private double[] weighted(double[] kernel) {
    double[] decisions = new double[StancePairs.COUNT];
    for (int pair = 0; pair < StancePairs.COUNT; pair++) {
      decisions[pair] = offsets[pair];
      for (int v = 0; v < kernel.length; v++) {
        decisions[pair] += coefficients[pair * kernel.length + v] * kernel[v];
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
    return supportVectors.dimension();
  }

  @Override
  public TensorBundle state() {
    Map<String, String> settings = new HashMap<>(supportVectors.settings());
    settings.put("type", TYPE);
    settings.put("gamma", String.valueOf(gamma));
    Map<String, Tensor> tensors = new HashMap<>(supportVectors.tensors());
    tensors.putAll(calibration.tensors());
    tensors.put(
        "coefficients", Tensor.ofFloats(coefficients, StancePairs.COUNT, supportVectors.count()));
    tensors.put("offsets", Tensor.ofFloats(offsets, StancePairs.COUNT));
    return TensorBundle.of(settings, tensors);
  }
}
