package org.stance4j.explain;

import org.stance4j.Stance;

/**
 * How far something moves a model towards each stance; negative is away from it. The unit is that
 * of {@link ExplanationMethod}.
 *
 * @param pro towards {@link Stance#PRO}
 * @param anti towards {@link Stance#ANTI}
 * @param neutral towards {@link Stance#NEUTRAL}
 */
public record Pull(double pro, double anti, double neutral) {
  /** Moves nothing. */
  public static final Pull NONE = new Pull(0, 0, 0);

  /**
   * A pull from an array in the order of {@link Stance}.
   *
   * @throws IllegalArgumentException if there is not one number for each stance
   */
  static Pull of(double[] values) {
    if (values.length != Stance.COUNT) {
      throw new IllegalArgumentException(
          "expected " + Stance.COUNT + " pulls, got " + values.length);
    }
    return new Pull(values[0], values[1], values[2]);
  }

  /** The pull towards one stance. */
  public double towards(Stance stance) {
    return switch (stance) {
      case PRO -> pro;
      case ANTI -> anti;
      case NEUTRAL -> neutral;
    };
  }

  /** Both pulls together. */
  public Pull plus(Pull other) {
    return new Pull(pro + other.pro, anti + other.anti, neutral + other.neutral);
  }

  /** The stance that it pulls towards most; of equal ones, the first in declaration order. */
  public Stance strongest() {
    Stance best = Stance.PRO;
    for (Stance stance : Stance.values()) {
      if (towards(stance) > towards(best)) {
        best = stance;
      }
    }
    return best;
  }
}
