package org.stance4j.features;

/** Factors of parts of a vector. */
final class Weights {
  private static final int LIMIT = 100;

  private Weights() {}

  /** The factor, if it is 0 to {@value #LIMIT}; minus zero is zero. */
  static double check(String name, double value) {
    if (!(value >= 0 && value <= LIMIT)) {
      throw new IllegalArgumentException(name + " must be in [0, " + LIMIT + "], got " + value);
    }
    return value + 0.0;
  }
}
