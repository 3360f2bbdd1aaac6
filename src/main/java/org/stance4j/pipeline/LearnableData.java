package org.stance4j.pipeline;

import org.stance4j.Dataset;

/** What data must have to be learnt from. */
final class LearnableData {
  private LearnableData() {}

  /**
   * Demands at least two stances.
   *
   * @throws IllegalArgumentException if there are fewer, with the dataset's name
   */
  static void requireTwoStances(Dataset dataset) {
    if (dataset.stances().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + (dataset.size() == 0
                  ? " is empty"
                  : " holds " + dataset.stances().get(0).label() + " only")
              + "; add sentences of at least two stances");
    }
  }
}
