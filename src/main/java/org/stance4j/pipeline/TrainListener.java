package org.stance4j.pipeline;

import org.stance4j.model.TrainingProgress;

/** Told of the progress of a training. */
@FunctionalInterface
public interface TrainListener extends TrainingProgress {
  /**
   * A step begins.
   *
   * @param step what is done now, a few words
   * @param done steps finished
   * @param steps steps in all
   */
  void begin(String step, int done, int steps);

  @Override
  default void step(String message) {}

  @Override
  default void result(String message) {}
}
