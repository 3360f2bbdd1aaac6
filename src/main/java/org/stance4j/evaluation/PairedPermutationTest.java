package org.stance4j.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.stance4j.Stance;

/**
 * Paired permutation test by cluster: were the two models alike, their answers on any cluster could
 * be swapped.
 *
 * <p>Statistic: |metric(second) − metric(first)| on the pooled matrices, which for a mean over
 * clusters is the sign-flip test. Two-sided. With c clusters there are 2^c arrangements; each and
 * its mirror image give the same statistic, so p is at least 2 / 2^c. Up to {@value
 * #EXACT_CLUSTERS} clusters all arrangements are enumerated and p is the share that is at least as
 * large as what was observed. Above, {@value #SAMPLES} arrangements are drawn and p = (1 + hits) /
 * (1 + draws), so that it is never 0. Sources: E. S. Edgington and P. Onghena, Randomization Tests,
 * 4th ed., 2007; B. Phipson and G. K. Smyth, "Permutation P-values Should Never Be Zero", 2010.
 */
public final class PairedPermutationTest {
  /** Most clusters for which every arrangement is looked at. */
  public static final int EXACT_CLUSTERS = 15;

  /** Number of arrangements drawn where there are too many to look at all. */
  public static final int SAMPLES = 10_000;

  /** Differences closer than this are equal: sums in another order differ in the last bits. */
  private static final double EPSILON = 1e-12;

  private final List<ConfusionMatrix> first;
  private final List<ConfusionMatrix> second;
  private final List<? extends ToDoubleFunction<ConfusionMatrix>> metrics;

  private PairedPermutationTest(
      List<ConfusionMatrix> first,
      List<ConfusionMatrix> second,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics) {
    this.first = first;
    this.second = second;
    this.metrics = metrics;
  }

  /**
   * Tests whether two models differ in one metric.
   *
   * @param first scored examples of one model
   * @param second the same examples, in the same order, scored by the other
   * @param metric a function of a confusion matrix
   * @param seed source of the draws, unused up to {@value #EXACT_CLUSTERS} clusters
   * @throws IllegalArgumentException if the examples differ
   */
  public static PermutationResult of(
      List<ScoredExample> first,
      List<ScoredExample> second,
      ToDoubleFunction<ConfusionMatrix> metric,
      long seed) {
    return of(first, second, List.of(metric), seed).get(0);
  }

  /**
   * Tests whether two models differ in any number of metrics, all read from the same arrangements.
   *
   * @return one result per metric, in their order
   */
  public static List<PermutationResult> of(
      List<ScoredExample> first,
      List<ScoredExample> second,
      List<? extends ToDoubleFunction<ConfusionMatrix>> metrics,
      long seed) {
    Clusters.requireSameExamples(first, second);
    PairedPermutationTest test =
        new PairedPermutationTest(Clusters.matrices(first), Clusters.matrices(second), metrics);
    return test.first.size() <= EXACT_CLUSTERS ? test.exact() : test.sampled(seed);
  }

  /** The smallest p that this number of clusters can give. */
  public static double floor(int clusters) {
    return clusters <= EXACT_CLUSTERS ? 2.0 / (1 << clusters) : 1.0 / (SAMPLES + 1);
  }

  private List<PermutationResult> exact() {
    int clusters = first.size();
    int arrangements = 1 << clusters;
    int[] hits = new int[metrics.size()];
    double[] observed = statistics(cluster -> false);
    for (int arrangement = 0; arrangement < arrangements; arrangement++) {
      int swaps = arrangement;
      count(hits, observed, statistics(cluster -> (swaps >> cluster & 1) == 1));
    }
    return Arrays.stream(hits)
        .mapToObj(
            count ->
                new PermutationResult(
                    (double) count / arrangements, floor(clusters), clusters, arrangements, true))
        .toList();
  }

  private List<PermutationResult> sampled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] hits = new int[metrics.size()];
    double[] observed = statistics(cluster -> false);
    for (int draw = 0; draw < SAMPLES; draw++) {
      count(hits, observed, statistics(cluster -> random.nextBoolean()));
    }
    double floor = floor(first.size());
    return Arrays.stream(hits)
        .mapToObj(
            count ->
                new PermutationResult((count + 1) * floor, floor, first.size(), SAMPLES, false))
        .toList();
  }

  private static void count(int[] hits, double[] observed, double[] arranged) {
    for (int i = 0; i < hits.length; i++) {
      hits[i] += arranged[i] >= observed[i] - EPSILON ? 1 : 0;
    }
  }

  /** The statistics with some clusters' answers swapped; asks about each cluster once, in order. */
  private double[] statistics(IntPredicate swapped) {
    int[] one = new int[Stance.COUNT * Stance.COUNT];
    int[] other = new int[Stance.COUNT * Stance.COUNT];
    for (int cluster = 0; cluster < first.size(); cluster++) {
      boolean swap = swapped.test(cluster);
      first.get(cluster).addTo(swap ? other : one);
      second.get(cluster).addTo(swap ? one : other);
    }
    ConfusionMatrix left = ConfusionMatrix.ofCells(one);
    ConfusionMatrix right = ConfusionMatrix.ofCells(other);
    return metrics.stream()
        .mapToDouble(metric -> Math.abs(metric.applyAsDouble(right) - metric.applyAsDouble(left)))
        .toArray();
  }
}
