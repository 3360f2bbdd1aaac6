package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.stance4j.Stance;

/**
 * Percentile 95 % intervals by resampling whole groups with replacement.
 *
 * <p>Each resample draws as many clusters as there are and adds up their confusion matrices; all
 * metrics are read from that one sum. The bounds are the 2.5 % and 97.5 % quantiles of the
 * resamples, linearly interpolated (type 7 of Hyndman and Fan, the default of R and NumPy). The
 * generator is {@link SplittableRandom}, so one seed gives the same bounds everywhere.
 *
 * <p>With few clusters the intervals are too narrow: see {@link Interval#tooFewClusters()}. Source:
 * A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, 1997, sections 3.8 and
 * 5.3.1; percentile bounds after B. Efron, 1981.
 */
public final class ClusterBootstrap {
  /** Number of resamples unless told otherwise. */
  public static final int RESAMPLES = 10_000;

  /** Share of the resamples beyond either bound. */
  static final double TAIL = 0.025;

  private ClusterBootstrap() {}

  /** Intervals of scored examples, their groups being the clusters. */
  public static List<Interval> intervals(
      List<ScoredExample> scored,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics,
      int resamples,
      long seed) {
    return ofClusters(Clusters.matrices(scored), metrics, resamples, seed);
  }

  /**
   * Intervals of any number of metrics from one set of resamples.
   *
   * @param clusters one matrix per cluster, at least one
   * @param metrics functions of a confusion matrix that never give NaN
   * @param resamples at least 1
   * @param seed source of every draw
   * @return one interval per metric, in their order
   */
  public static List<Interval> ofClusters(
      List<ConfusionMatrix> clusters,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics,
      int resamples,
      long seed) {
    return percentile(
        List.of(clusters),
        metrics,
        (metric, sums) -> metric.applyAsDouble(sums[0]),
        resamples,
        seed);
  }

  /**
   * Resamples several models' clusters with the same draws.
   *
   * @param models per model one matrix per cluster, all of one length
   */
  static List<Interval> percentile(
      List<List<ConfusionMatrix>> models,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics,
      Statistic statistic,
      int resamples,
      long seed) {
    return resample(
        models.get(0).size(),
        drawn -> {
          ConfusionMatrix[] sums = sums(models, drawn);
          return metrics.stream().mapToDouble(metric -> statistic.of(metric, sums)).toArray();
        },
        resamples,
        seed);
  }

  private static ConfusionMatrix[] sums(List<List<ConfusionMatrix>> models, int... drawn) {
    int[][] cells = new int[models.size()][Stance.COUNT * Stance.COUNT];
    for (int cluster : drawn) {
      for (int model = 0; model < cells.length; model++) {
        models.get(model).get(cluster).addTo(cells[model]);
      }
    }
    return Arrays.stream(cells).map(ConfusionMatrix::ofCells).toArray(ConfusionMatrix[]::new);
  }

  /**
   * Intervals of the metrics of two annotators' agreement.
   *
   * @param clusters one table per cluster, at least one, all over the same labels
   * @param metrics functions of a table that never give NaN
   * @return one interval per metric, in their order
   */
  public static List<Interval> ofTables(
      List<AgreementTable> clusters,
      List<? extends ToDoubleFunction<AgreementTable>> metrics,
      int resamples,
      long seed) {
    return resample(
        clusters.size(),
        drawn -> {
          AgreementTable sum = AgreementTable.sum(clusters, drawn);
          return metrics.stream().mapToDouble(metric -> metric.applyAsDouble(sum)).toArray();
        },
        resamples,
        seed);
  }

  /**
   * Intervals of any figures.
   *
   * @param clusters number of clusters, at least 1
   * @param figures read from each resample
   * @param resamples at least 1
   * @param seed source of every draw
   * @return one interval per figure, in their order
   */
  public static List<Interval> resample(int clusters, Resampled figures, int resamples, long seed) {
    List<Interval> intervals = new ArrayList<>();
    for (double[] sample : samples(clusters, figures, resamples, seed)) {
      intervals.add(interval(sample, clusters));
    }
    return List.copyOf(intervals);
  }

  /**
   * Every figure in every resample.
   *
   * @return one array per figure, the resamples in the order in which they were drawn
   */
  static double[][] samples(int clusters, Resampled figures, int resamples, long seed) {
    if (clusters < 1 || resamples < 1) {
      throw new IllegalArgumentException(
          "a bootstrap needs clusters and resamples, got " + clusters + " and " + resamples);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = new int[clusters];
    double[][] samples = new double[0][];
    for (int resample = 0; resample < resamples; resample++) {
      for (int i = 0; i < clusters; i++) {
        drawn[i] = random.nextInt(clusters);
      }
      double[] values = figures.of(drawn);
      samples = resample == 0 ? new double[values.length][resamples] : samples;
      for (int figure = 0; figure < values.length; figure++) {
        samples[figure][resample] = values[figure];
      }
    }
    return samples;
  }

  /** The percentile interval of a figure's resamples, given in any order. */
  static Interval interval(double[] sample, int clusters) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return new Interval(
        quantile(sorted, TAIL), quantile(sorted, 1 - TAIL), clusters, sorted.length);
  }

  /** How often each cluster was drawn. */
  static int[] weights(int... drawn) {
    int[] weights = new int[drawn.length];
    for (int cluster : drawn) {
      weights[cluster]++;
    }
    return weights;
  }

  /** Type 7 quantile of a sorted sample. */
  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** What is read from the summed matrices of a resample, one per model. */
  interface Statistic {
    double of(ToDoubleFunction<ConfusionMatrix> metric, ConfusionMatrix[] sums);
  }

  /** What is read from one resample. */
  @FunctionalInterface
  public interface Resampled {
    /**
     * The figures of a resample.
     *
     * @param drawn numbers of the clusters that were drawn, as many as there are, some of them more
     *     than once; valid during the call only
     * @return as many figures for each resample, none NaN
     */
    double[] of(int[] drawn);
  }
}
