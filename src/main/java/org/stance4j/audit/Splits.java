package org.stance4j.audit;

import org.stance4j.Example;
import org.stance4j.corpus.Split;

/** The part of the data that a row is meant for. */
final class Splits {
  private Splits() {}

  /** The split of a row; empty where it has none. */
  static String of(Example example) {
    return example.attribute(Split.ATTRIBUTE);
  }

  /** Whether both rows have a split and it differs. */
  static boolean straddle(Example first, Example second) {
    return !of(first).isEmpty() && !of(second).isEmpty() && !of(first).equals(of(second));
  }
}
