package org.stance4j.classifier.dl4j;

/** What the settings of all networks have in common, and its limits. */
final class TrainingLimits {
  private TrainingLimits() {}

  /** Refuses what no training can use. */
  static void check(
      double dropout, int epochs, int batch, double learningRate, double weightDecay) {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
    }
    if (epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "epochs and batch must be at least 1, got " + epochs + " and " + batch);
    }
    if (!(learningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "learningRate must be above 0 and weightDecay at least 0, got "
              + learningRate
              + " and "
              + weightDecay);
    }
  }

  /** Refuses a size that is not in [1, most]. */
  static void size(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
    }
  }
}
