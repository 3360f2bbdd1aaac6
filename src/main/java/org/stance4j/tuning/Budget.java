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
  Share share(double part, int rungs) {
    long all = limit == NONE ? NONE : Math.round(Math.max(0, limit - spent) * part);
    return new Share(spent, all, rungs);
  }

  /**
   * The time of one search, which its rungs share evenly: they cost about the same, since each has
   * a third of the candidates on three times the data.
   */
  final class Share {
    private final long start;
    private final long millis;
    private final int rungs;

    private Share(long start, long millis, int rungs) {
      this.start = start;
      this.millis = millis;
      this.rungs = rungs;
    }

    private long end(int rung) {
      return millis == NONE ? NONE : start + millis * (rung + 1) / rungs;
    }

    /** Whether a trial that is expected to take so long ends before its rung's time does. */
    boolean fits(int rung, long expected) {
      return end(rung) == NONE || spent + Math.max(1, expected) <= end(rung);
    }

    /** Milliseconds left to the search. */
    long left() {
      return end(rungs - 1) == NONE ? NONE : end(rungs - 1) - spent;
    }

    /** Whether the running trial has outlasted the search's time. */
    boolean isOver() {
      return left() != NONE && running() > left();
    }
  }
}
