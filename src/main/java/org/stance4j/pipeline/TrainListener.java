package org.stance4j.pipeline;

/** Told of the progress of a training. */
@FunctionalInterface
public interface TrainListener {
  /**
   * A step begins.
   *
   * @param step what is done now, a few words
   * @param done steps finished
   * @param steps steps in all
   */
  void begin(String step, int done, int steps);
}
