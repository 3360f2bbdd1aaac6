package org.stance4j.pipeline;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Holds work that runs side by side to a number of threads. */
final class Threads {
  private Threads() {}

  /**
   * Runs work whose parallel streams use that many threads.
   *
   * @param number of threads; 0 for as many as there are processors
   * @return what the work gives; what it throws is thrown
   */
  static <T> T run(int number, Supplier<T> work) {
    if (number == 0) {
      return work.get();
    }
    ForkJoinPool pool = new ForkJoinPool(number);
    try {
      return pool.submit(work::get).join();
    } finally {
      pool.shutdown();
    }
  }
}
