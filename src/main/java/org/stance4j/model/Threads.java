package org.stance4j.model;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds work that runs side by side to a number of threads. */
public final class Threads {
  private Threads() {}

  /**
   * Runs work whose parallel streams use that many threads.
   *
   * @param number of threads; 0 for as many as there are processors
   * @return what the work gives; what it throws is thrown
   */
  public static <T> T run(int number, Supplier<T> work) {
    if (number == 0) {
      return work.get();
    }
    ForkJoinPool pool = new ForkJoinPool(number);
    try {
      return pool.submit(() -> Outcome.of(work)).join().get();
    } finally {
      pool.shutdown();
    }
  }

  /** What the work gave, or how it failed: the pool itself would hand on a copy of the failure. */
  private record Outcome<T>(Optional<T> value, @Nullable Throwable failure) {
    static <T> Outcome<T> of(Supplier<T> work) {
      try {
        return new Outcome<>(Optional.of(work.get()), null);
      } catch (RuntimeException | Error e) {
        return new Outcome<>(Optional.empty(), e);
      }
    }

    T get() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      return value.orElseThrow();
    }
  }
}
