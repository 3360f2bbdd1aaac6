package org.stance4j.classifier.tribuo;

/**
 * Size and training of boosted trees. The names in brackets are XGBoost's own.
 *
 * @param trees rounds of boosting, each of which adds one tree per stance, 1 to 10,000
 * @param depth splits from the root to a leaf at most, 1 to 12 (max_depth)
 * @param learningRate what the leaves of a tree are multiplied with, in (0, 1] (eta)
 * @param subsample share of the rows that a round sees, in (0, 1]
 * @param columnSample share of the features that a tree may use, in (0, 1] (colsample_bytree)
 * @param minChildWeight smallest sum of second derivatives in a child, at least 0
 *     (min_child_weight)
 * @param lambda squared penalty of the leaves' values, at least 0
 * @param bins most values of a feature that are told apart when a threshold is sought, 2 to 1024
 *     (max_bin)
 * @param balanced whether every stance weighs the same, however many sentences it has
 */
public record XGBoostSettings(
    int trees,
    int depth,
    double learningRate,
    double subsample,
    double columnSample,
    double minChildWeight,
    double lambda,
    int bins,
    boolean balanced) {
  public XGBoostSettings {
    inRange("trees", trees, 1, 10_000);
    inRange("depth", depth, 1, 12);
    inRange("bins", bins, 2, 1024);
    share("learningRate", learningRate);
    share("subsample", subsample);
    share("columnSample", columnSample);
    notNegative("minChildWeight", minChildWeight);
    notNegative("lambda", lambda);
  }

  private static void inRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be in [" + least + ", " + most + "], got " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1], got " + value);
    }
  }

  private static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be a finite number of at least 0, got " + value);
    }
  }
}
