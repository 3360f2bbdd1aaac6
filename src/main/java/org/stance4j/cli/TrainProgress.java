package org.stance4j.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.stance4j.pipeline.TrainListener;

/** A bar with the time left on a terminal; a line for each step anywhere else. */
final class TrainProgress implements TrainListener, AutoCloseable {
  private static final int REFRESH_MILLIS = 500;

  private final PrintWriter err;
  private final boolean terminal;
  private @Nullable ProgressBar bar;

  TrainProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void begin(String step, int done, int steps) {
    if (!terminal) {
      err.println("[" + (done + 1) + "/" + steps + "] " + step);
      return;
    }
    ProgressBar current = bar == null ? open(steps) : bar;
    bar = current;
    current.stepTo(done);
    current.setExtraMessage(" " + step);
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
    }
  }
}
