package org.stance4j.finetune;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stance4j.model.TrainingProgress;

/**
 * One line on a training: {@code epoch 2/4, step 310/1200, loss 0.612, held out 0.741, 6 min left}.
 * Keeps the parameters of the epoch that was best on what was held out.
 */
final class FineTuneProgress implements FineTuner.Listener {
  /** Epochs without a better one after which a training ends. */
  private static final int PATIENCE = 2;

  /** The share of the mean loss that is older than a step. */
  private static final double MEMORY = 0.95;

  private static final double NANOS = 1e9;

  private final FineTuner tuner;
  private final int epochs;
  private final @Nullable HeldOutPassages heldOut;
  private final TrainingProgress progress;
  private final long start = System.nanoTime();
  private double meanLoss = Double.NaN;
  private double last = Double.NaN;
  private double best = Double.NEGATIVE_INFINITY;
  private int bestEpoch;
  private @Nullable List<float[]> bestParameters;

  /**
   * Watches a training.
   *
   * @param heldOut tells which epoch is best; {@code null} to keep the last
   */
  FineTuneProgress(
      FineTuner tuner, int epochs, @Nullable HeldOutPassages heldOut, TrainingProgress progress) {
    this.tuner = tuner;
    this.epochs = epochs;
    this.heldOut = heldOut;
    this.progress = progress;
  }

  @Override
  public void stepDone(int epoch, int step, int steps, double loss) {
    meanLoss = Double.isNaN(meanLoss) ? loss : MEMORY * meanLoss + (1 - MEMORY) * loss;
    double seconds = (System.nanoTime() - start) / NANOS;
    progress.step(
        String.format(
            Locale.ROOT,
            "epoch %d/%d, step %d/%d, loss %.3f%s, %s left",
            epoch,
            epochs,
            step,
            steps,
            meanLoss,
            Double.isNaN(last)
                ? ""
                : String.format(Locale.ROOT, ", macro-F1 on groups held out %.3f", last),
            time(seconds / step * (steps - step))));
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }

  @Override
  public boolean epochDone(int epoch) {
    if (heldOut == null) {
      return true;
    }
    last = heldOut.macroF1(tuner);
    if (last > best) {
      best = last;
      bestEpoch = epoch;
      bestParameters = tuner.parameters().copy();
    }
    return epoch - bestEpoch < PATIENCE;
  }

  /** Puts the parameters of the best epoch back. */
  void keepBest() {
    List<float[]> parameters = bestParameters;
    if (parameters != null) {
      tuner.parameters().restore(parameters);
      progress.result(
          String.format(
              Locale.ROOT, "kept epoch %d, macro-F1 on groups held out %.3f", bestEpoch, best));
    }
  }
}
