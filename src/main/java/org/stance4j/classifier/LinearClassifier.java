package org.stance4j.classifier;

import java.util.Map;
import java.util.Optional;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.TensorBundle;

/**
 * Logistic regression, one stance against the rest: p(k) is σ(w_k·x + b_k), scaled to sum 1 (as
 * LibLinear does, Fan et al. 2008).
 */
public final class LinearClassifier implements Classifier {
  static final String TYPE = "linear";

  private final LinearScores scores;

  /**
   * A classifier over these numbers.
   *
   * @param weights [stances][dimension], row by row, in stance order
   * @param biases [stances]
   */
  public LinearClassifier(float[] weights, float[] biases) {
    this(new LinearScores(weights, biases));
  }

  private LinearClassifier(LinearScores scores) {
    this.scores = scores;
  }

  static LinearClassifier restore(TensorBundle state) {
    return new LinearClassifier(LinearScores.restore(state));
  }

  @Override
  public StanceProbabilities predict(FeatureVector vector) {
    check(vector);
    double[] logarithms = scores.of(vector);
    for (int k = 0; k < logarithms.length; k++) {
      logarithms[k] = logSigmoid(logarithms[k]);
    }
    // the softmax of ln σ is σ scaled to sum 1, and does not underflow where all scores are low
    return StanceProbabilities.of(Vectors.softmax(logarithms));
  }

  private static double logSigmoid(double score) {
    return Math.min(0, score) - Math.log1p(Math.exp(-Math.abs(score)));
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
    return TensorBundle.of(Map.of("type", TYPE), scores.tensors());
  }
}
