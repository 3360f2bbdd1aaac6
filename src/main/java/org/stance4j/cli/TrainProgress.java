package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.stance4j.pipeline.TrainListener;

/** A bar with the time left on a terminal; a line for each step anywhere else. */
final class TrainProgress implements TrainListener, AutoCloseable {
  private static final int REFRESH_MILLIS = 500;

  /** Where each message is a line, one in this time is enough. */
  private static final long NANOS_BETWEEN_LINES = 15_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private final List<String> results = new ArrayList<>();
  private @Nullable ProgressBar bar;
  private String begun = "";
  private long lastLine;

  TrainProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String step, int done, int steps) {
    begun = step;
    if (!terminal) {
      err.println("[" + (done + 1) + "/" + steps + "] " + step);
      return;
    }
    ProgressBar current = bar == null ? open(steps) : bar;
    bar = current;
    current.stepTo(done);
    current.setExtraMessage(" " + step);
  }

  @Override
  public synchronized void step(String message) {
    if (bar != null) {
      bar.setExtraMessage(" " + begun + ", " + message);
      return;
    }
    long now = System.nanoTime();
    if (lastLine == 0 || now - lastLine >= NANOS_BETWEEN_LINES) {
      lastLine = now;
      err.println("      " + message);
    }
  }

  @Override
  public synchronized void result(String message) {
    if (bar == null) {
      err.println("      " + message);
    } else {
      // a line below the bar would break it
      results.add(begun + ": " + message);
    }
  }

  private static ProgressBar open(int steps) {
    return new ProgressBarBuilder()
        .setTaskName("training")
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.stepTo(bar.getMax());
      bar.close();
      results.forEach(err::println);
    }
  }
}
