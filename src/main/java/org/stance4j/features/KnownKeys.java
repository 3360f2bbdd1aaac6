package org.stance4j.features;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/**
 * What a state may hold; anything else changes vectors in a way that this version cannot follow.
 */
final class KnownKeys {
  private KnownKeys() {}

  /**
   * Refuses a state with more in it than is known here.
   *
   * @throws TensorFormatException naming what is not known
   */
  static void check(TensorBundle state, Set<String> settings, Set<String> tensors) {
    check("setting", state.metadata().keySet(), settings);
    check("tensor", state.tensors().keySet(), tensors);
  }

  private static void check(String what, Set<String> present, Set<String> known) {
    for (String name : present) {
      if (!known.contains(name)) {
        SortedSet<String> sorted = new TreeSet<>(known);
        throw new TensorFormatException(
            "unknown "
                + what
                + " '"
                + name
                + "'; known are "
                + sorted
                + "; if a newer version of stance4j wrote this model, use that version");
      }
    }
  }
}
