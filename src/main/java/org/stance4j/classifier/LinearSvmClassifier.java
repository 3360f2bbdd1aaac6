package org.stance4j.classifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * A linear support vector machine, one stance against the rest.
 *
 * <p>The decision values w_k·x + b_k become probabilities by a {@link SoftmaxRegression} that was
 * fitted on held-out decision values.
 */
public final class LinearSvmClassifier implements Classifier {
  static final String TYPE = "linear-svm";

  private final LinearScores scores;
  private final SoftmaxRegression calibration;

  /**
   * A classifier over these numbers.
   *
   * @param weights [stances][dimension], row by row, in stance order
   * @param biases [stances]
   * @param calibration [stances] decision values → probabilities
   */
  public LinearSvmClassifier(float[] weights, float[] biases, SoftmaxRegression calibration) {
    this(new LinearScores(weights, biases), calibration);
  }

  private LinearSvmClassifier(LinearScores scores, SoftmaxRegression calibration) {
    if (calibration.inputs() != Stance.COUNT) {
      throw new TensorFormatException(
          "the calibration of a linear machine takes "
              + Stance.COUNT
              + " decision values, got one of "
              + calibration.inputs());
    }
    this.scores = scores;
    this.calibration = calibration;
  }

  static LinearSvmClassifier restore(TensorBundle state) {
    return new LinearSvmClassifier(
        LinearScores.restore(state), SoftmaxRegression.restore(state, Stance.COUNT));
  }

  /** The decision value of each stance; positive speaks for it. */
  public double[] decisions(FeatureVector vector) {
    check(vector);
    return scores.of(vector);
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    return StanceProbabilities.of(calibration.probabilities(decisions(vector)));
  }

  /** The same machine with other probabilities. */
  public LinearSvmClassifier withCalibration(SoftmaxRegression other) {
    return new LinearSvmClassifier(scores, other);
  }

  @Override
  public Optional<LinearScores> linear() {
    return Optional.of(scores);
  }

  @Override
  public int dimension() {
    return scores.dimension();
  }

  @Override
  public TensorBundle state() {
    Map<String, Tensor> tensors = new HashMap<>(scores.tensors());
    tensors.putAll(calibration.tensors());
    return TensorBundle.of(Map.of("type", TYPE), tensors);
  }
}
