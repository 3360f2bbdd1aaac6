package org.stance4j.slice;

import org.stance4j.Example;

/** Something that holds for an example or does not. */
@FunctionalInterface
interface Condition {
  /**
   * Whether it holds.
   *
   * @throws IllegalArgumentException if a column that is compared with a number holds something
   *     else
   */
  boolean holds(Example example);
}
