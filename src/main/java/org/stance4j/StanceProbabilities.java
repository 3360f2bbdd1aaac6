package org.stance4j;

/**
 * One probability per {@link Stance}; the three sum to 1 within {@value #TOLERANCE}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param pro probability of {@link Stance#PRO}, in [0, 1]
 * @param anti probability of {@link Stance#ANTI}, in [0, 1]
 * @param neutral probability of {@link Stance#NEUTRAL}, in [0, 1]
 */
public record StanceProbabilities(double pro, double anti, double neutral) {
  /** Largest allowed distance of the sum from 1. */
  public static final double TOLERANCE = 1e-6;

  public StanceProbabilities {
    boolean inRange = pro >= 0 && anti >= 0 && neutral >= 0;
    if (!inRange || !(Math.abs(pro + anti + neutral - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "probabilities must be >= 0 and sum to 1, got pro="
              + pro
              + " anti="
              + anti
              + " neutral="
              + neutral);
    }
  }

  /**
   * Probabilities from an array in the order of {@link Stance}.
   *
   * @param values {@link Stance#COUNT} numbers
   * @throws IllegalArgumentException if the length is wrong or the values are no distribution
   */
  public static StanceProbabilities of(double... values) {
    if (values.length != Stance.COUNT) {
      throw new IllegalArgumentException(
          "expected " + Stance.COUNT + " probabilities, got " + values.length);
    }
    return new StanceProbabilities(values[0], values[1], values[2]);
  }

  /** The probability of one stance. */
  public double of(Stance stance) {
    return switch (stance) {
      case PRO -> pro;
      case ANTI -> anti;
      case NEUTRAL -> neutral;
    };
  }

  /** The most probable stance; of equal ones, the first in declaration order. */
  public Stance stance() {
    Stance best = Stance.PRO;
    for (Stance stance : Stance.values()) {
      if (of(stance) > of(best)) {
        best = stance;
      }
    }
    return best;
  }

  /** A new array of {@link Stance#COUNT} probabilities in declaration order. */
  public double[] toArray() {
    return new double[] {pro, anti, neutral};
  }
}
