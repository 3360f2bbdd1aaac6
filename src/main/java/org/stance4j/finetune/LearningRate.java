package org.stance4j.finetune;

/**
 * A rate that rises in a straight line from 0, and then falls in one to 0.
 *
 * @param highest the rate between the two
 * @param warmUp share of the steps in which it rises, in [0, 1)
 * @param steps number of steps, at least 1
 */
record LearningRate(double highest, double warmUp, int steps) {
  /** The rate of a step, counted from 1; above 0 for every step. */
  double of(int step) {
    double rising = warmUp * steps;
    double share =
        step <= rising ? step / rising : (steps + 1 - step) / (steps + 1 - Math.floor(rising));
    return highest * share;
  }
}
