package org.stance4j.tuning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Successive halving with a factor of {@value #FACTOR}: every rung uses that many times the groups
 * of the one below, and its best part, one in that many, goes up.
 *
 * <p>Jamieson and Talwalkar (2016), Non-stochastic best arm identification and hyperparameter
 * optimization; the factor and the rungs are those of Li et al. (2018), Hyperband. Deviation: where
 * a ninth of the groups would be fewer than {@value #LEAST_GROUPS}, the lowest rung takes that
 * many, and rungs of equal size become one.
 *
 * @param groups number of groups by rung, ascending; the last is all of them
 */
record Schedule(List<Integer> groups) {
  /** Factor between rungs. */
  static final int FACTOR = 3;

  /** Fewest groups that a rung scores on, if there are so many. */
  static final int LEAST_GROUPS = 9;

  Schedule {
    groups = List.copyOf(groups);
  }

  /** The schedule for that many groups, at least 1. */
  static Schedule of(int groups) {
    return new Schedule(
        IntStream.of(FACTOR * FACTOR, FACTOR, 1)
            .map(part -> Math.max(above(groups, part), Math.min(groups, LEAST_GROUPS)))
            .distinct()
            .boxed()
            .toList());
  }

  private static int above(int number, int parts) {
    return (number + parts - 1) / parts;
  }

  /** Number of rungs, at least 1. */
  int rungs() {
    return groups.size();
  }

  /** How many of that many candidates go up: a third, rounded up. */
  static int promoted(int candidates) {
    return above(candidates, FACTOR);
  }

  /** Number of trials of a search that draws that many candidates and is given some. */
  int trials(int drawn, int given) {
    int all = 0;
    int left = drawn;
    for (int rung = 0; rung < rungs(); rung++) {
      all += left + given;
      left = promoted(left);
    }
    return all;
  }
}
