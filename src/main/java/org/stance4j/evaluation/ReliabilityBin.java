package org.stance4j.evaluation;

/**
 * The examples whose most probable stance got a probability in ({@code low}, {@code high}].
 *
 * @param low lower bound, not included but for the first bin's 0
 * @param high upper bound, included
 * @param n number of examples
 * @param confidence mean probability of the most probable stance; 0 without examples
 * @param accuracy share of examples whose most probable stance is the gold one; 0 without examples
 */
public record ReliabilityBin(double low, double high, int n, double confidence, double accuracy) {
  /** Confidence − accuracy: above 0 where the model is surer than it has reason to be. */
  public double gap() {
    return confidence - accuracy;
  }
}
