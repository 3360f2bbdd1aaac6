package org.stance4j.tuning;

/** Told of the progress of a search. */
public interface TuningListener {
  /**
   * Where the search stands.
   *
   * @param scope the search: the final one, or that of an outer fold
   * @param trials number of trials finished, in all searches
   * @param planned number of trials in all; 0 where the time decides
   * @param best best score so far in this search, with what reached it; empty before the first
   * @param spentMillis time spent
   * @param budgetMillis time to spend; 0 where the number of trials decides
   */
  record Progress(
      String scope, int trials, int planned, String best, long spentMillis, long budgetMillis) {}

  /** A trial begins: in a few words, which. */
  void begin(String trial, Progress progress);

  /** A trial has ended: in a few words, which and how. */
  void end(String trial, Progress progress);
}
