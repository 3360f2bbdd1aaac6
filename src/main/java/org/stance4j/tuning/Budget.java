package org.stance4j.tuning;

import java.util.function.LongSupplier;

/**
 * Wall-clock time to spend, and how much is spent: the times of all trials, each from the end of
 * the one before to its own end.
 *
 * <p>Trials that a log holds count with the time that they took then, so that a search that goes on
 * decides as it did before. For use by one thread.
 */
final class Budget {
  /** Stands for no limit. */
  static final long NONE = Long.MAX_VALUE;

  private static final long NANOS = 1_000_000;

  private final long limit;
  private final LongSupplier nanoTime;
  private long spent;
  private long lapStart;

  /**
   * A budget.
   *
   * @param limit milliseconds, or {@link #NONE}
   * @param nanoTime as {@link System#nanoTime}
   */
  Budget(long limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.lapStart = nanoTime.getAsLong();
  }

  /** Milliseconds in all, or {@link #NONE}. */
  long limit() {
    return limit;
  }

  /** Milliseconds spent by finished trials. */
  long spent() {
    return spent;
  }

  /** Milliseconds since the last trial ended. */
  long running() {
    return (nanoTime.getAsLong() - lapStart) / NANOS;
  }

  /** Counts a trial that has just ended and gives its milliseconds. */
  long lap() {
    long now = nanoTime.getAsLong();
    long millis = (now - lapStart) / NANOS;
    lapStart = now;
    spent += millis;
    return millis;
  }

  /** Counts a trial of an earlier run. */
  void replay(long millis) {
    spent += millis;
    lapStart = nanoTime.getAsLong();
  }

  /**
   * The time of a search that begins now; without limit, all of it.
   *
   * @param part of the time left, in (0, 1]
   */
  Share share(double part) {
    return new Share(limit == NONE ? NONE : spent + Math.round(Math.max(0, limit - spent) * part));
  }

  /** The time of one search. */
  final class Share {
    private final long end;

    private Share(long end) {
      this.end = end;
    }

    /** Whether what is expected to take so long ends in time. */
    boolean fits(double expected) {
      return end == NONE || spent + Math.max(1, expected) <= end;
    }

    /** Milliseconds left to the search. */
    long left() {
      return end == NONE ? NONE : end - spent;
    }

    /** Whether the running trial has outlasted the search's time. */
    boolean isOver() {
      return end != NONE && running() > left();
    }
  }
}
