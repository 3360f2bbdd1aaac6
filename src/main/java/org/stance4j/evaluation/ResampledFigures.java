package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Every figure of a model in every resample of its clusters, see {@link ClusterBootstrap}.
 *
 * <p>Two models on the same examples have the same clusters and, from one seed, the same draws, so
 * that their resamples can be subtracted one by one: the paired bootstrap of T. Berg-Kirkpatrick,
 * D. Burkett and D. Klein, "An Empirical Investigation of Statistical Significance in NLP", 2012,
 * by cluster.
 */
@SuppressWarnings("EnumOrdinal") // samples are in the declaration order of the metrics
final class ResampledFigures {
  private static final int METRICS = Metric.values().length;

  private final int clusters;

  /** One array per figure, the metrics first. */
  private final double[][] samples;

  private ResampledFigures(int clusters, double[][] samples) {
    this.clusters = clusters;
    this.samples = samples;
  }

  /** Resamples scored examples, their groups being the clusters. */
  static ResampledFigures of(List<ScoredExample> scored, int resamples, long seed) {
    ClusterFigures figures = new ClusterFigures(scored);
    return new ResampledFigures(
        figures.clusters(), ClusterBootstrap.samples(figures.clusters(), figures, resamples, seed));
  }

  /** What is added to these figures, resample by resample, to get from another model's to these. */
  ResampledFigures minus(ResampledFigures other) {
    double[][] differences = new double[samples.length][];
    for (int figure = 0; figure < samples.length; figure++) {
      differences[figure] = samples[figure].clone();
      for (int resample = 0; resample < differences[figure].length; resample++) {
        differences[figure][resample] -= other.samples[figure][resample];
      }
    }
    return new ResampledFigures(clusters, differences);
  }

  /**
   * The mean of several models' figures, of as many of them as there are drawn with replacement in
   * each resample: seeds as a second source of variance beside the clusters.
   *
   * @param models resampled by the same draws, at least one
   * @param seed source of the draws of models
   */
  static ResampledFigures meanOverSeeds(List<ResampledFigures> models, long seed) {
    ResampledFigures first = models.get(0);
    double[][] means = new double[first.samples.length][first.samples[0].length];
    // not the generator of the clusters, whose draws the models share
    SplittableRandom random = new SplittableRandom(~seed);
    for (int resample = 0; resample < means[0].length; resample++) {
      for (int draw = 0; draw < models.size(); draw++) {
        double[][] drawn = models.get(random.nextInt(models.size())).samples;
        for (int figure = 0; figure < means.length; figure++) {
          means[figure][resample] += drawn[figure][resample] / models.size();
        }
      }
    }
    return new ResampledFigures(first.clusters, means);
  }

  /** Number of clusters. */
  int clusters() {
    return clusters;
  }

  /** The interval of each metric, in declaration order. */
  Map<Metric, Interval> intervals() {
    Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      intervals.put(metric, ClusterBootstrap.interval(samples[metric.ordinal()], clusters));
    }
    return Collections.unmodifiableMap(intervals);
  }

  /** The interval of each metric of the probabilities, in declaration order. */
  Map<ProbabilityMetric, Interval> probabilityIntervals() {
    Map<ProbabilityMetric, Interval> intervals = new EnumMap<>(ProbabilityMetric.class);
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      intervals.put(
          metric, ClusterBootstrap.interval(samples[METRICS + metric.ordinal()], clusters));
    }
    return Collections.unmodifiableMap(intervals);
  }
}
