package org.stance4j.corpus;

import java.util.List;
import org.stance4j.Example;
import org.stance4j.Stance;

/**
 * Numbers of examples by stance.
 *
 * @param pro number of {@link Stance#PRO}
 * @param anti number of {@link Stance#ANTI}
 * @param neutral number of {@link Stance#NEUTRAL}
 */
public record LabelCounts(int pro, int anti, int neutral) {
  /** Counts examples. */
  public static LabelCounts of(List<Example> examples) {
    return new LabelCounts(
        count(examples, Stance.PRO), count(examples, Stance.ANTI), count(examples, Stance.NEUTRAL));
  }

  private static int count(List<Example> examples, Stance stance) {
    return (int) examples.stream().filter(example -> example.stance() == stance).count();
  }

  /** The number of one stance. */
  public int of(Stance stance) {
    return switch (stance) {
      case PRO -> pro;
      case ANTI -> anti;
      case NEUTRAL -> neutral;
    };
  }

  /** The number of examples. */
  public int total() {
    return pro + anti + neutral;
  }
}
