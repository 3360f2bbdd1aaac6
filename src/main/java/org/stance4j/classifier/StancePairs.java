package org.stance4j.classifier;

import org.stance4j.Stance;

/** The pairs of different stances in a fixed order: pro–anti, pro–neutral, anti–neutral. */
public final class StancePairs {
  /** Number of pairs. */
  public static final int COUNT = Stance.COUNT * (Stance.COUNT - 1) / 2;

  private StancePairs() {}

  /**
   * Place of the pair {@code (first, second)}, where {@code first} is declared before {@code
   * second}.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static int indexOf(Stance first, Stance second) {
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException(first + " is not declared before " + second);
    }
    return first.ordinal() + second.ordinal() - 1;
  }
}
