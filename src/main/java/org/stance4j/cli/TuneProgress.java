package org.stance4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.stance4j.tuning.TuningListener;

/**
 * A live line on a terminal: share of the time or of the trials, what runs, the best so far; a line
 * for each finished trial anywhere else.
 */
final class TuneProgress implements TuningListener, AutoCloseable {
  private static final int REFRESH_MILLIS = 500;
  private static final int MILLIS = 1000;

  private final PrintWriter err;
  private final boolean terminal;
  private @Nullable ProgressBar bar;

  TuneProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void begin(String trial, Progress progress) {
    if (terminal) {
      show(trial, progress);
    }
  }

  @Override
  public void end(String trial, Progress progress) {
    if (terminal) {
      show("", progress);
    } else {
      err.println(
          "[" + count(progress) + "] " + trial + best("; best ", progress) + left(progress));
    }
  }

  private void show(String running, Progress progress) {
    boolean timed = progress.budgetMillis() > 0;
    ProgressBar current =
        bar == null
            ? open(timed ? progress.budgetMillis() / MILLIS : progress.planned(), timed)
            : bar;
    bar = current;
    current.stepTo(timed ? progress.spentMillis() / MILLIS : progress.trials());
    current.setExtraMessage(
        " " + progress.trials() + " trials" + best(", best ", progress) + "; " + running);
  }

  private static ProgressBar open(long most, boolean timed) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("tuning")
            .setInitialMax(most)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS);
    return (timed ? builder.setUnit(" s", 1) : builder).build();
  }

  private static String count(Progress progress) {
    return progress.planned() > 0
        ? progress.trials() + "/" + progress.planned()
        : String.valueOf(progress.trials());
  }

  private static String best(String before, Progress progress) {
    return progress.best().isEmpty() ? "" : before + progress.best();
  }

  private static String left(Progress progress) {
    if (progress.budgetMillis() == 0) {
      return "";
    }
    long seconds = Math.max(0, progress.budgetMillis() - progress.spentMillis()) / MILLIS;
    return String.format(Locale.ROOT, "; %d:%02d left", seconds / 60, seconds % 60);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
