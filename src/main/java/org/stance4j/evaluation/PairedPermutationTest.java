package org.stance4j.evaluation;

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
  private final ToDoubleFunction<ConfusionMatrix> metric;

  private PairedPermutationTest(
      List<ConfusionMatrix> first,
      List<ConfusionMatrix> second,
      ToDoubleFunction<ConfusionMatrix> metric) {
    this.first = first;
    this.second = second;
    this.metric = metric;
  }

  /**
   * Tests whether two models differ.
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
    Clusters.requireSameExamples(first, second);
    PairedPermutationTest test =
        new PairedPermutationTest(Clusters.matrices(first), Clusters.matrices(second), metric);
    return test.first.size() <= EXACT_CLUSTERS ? test.exact() : test.sampled(seed);
  }

  private PermutationResult exact() {
    int clusters = first.size();
    int arrangements = 1 << clusters;
    double observed = statistic(0);
    int hits = 0;
    for (int swaps = 0; swaps < arrangements; swaps++) {
      if (statistic(swaps) >= observed - EPSILON) {
        hits++;
      }
    }
    return new PermutationResult(
        (double) hits / arrangements, 2.0 / arrangements, clusters, arrangements, true);
  }

  private double statistic(int swaps) {
    return statistic(cluster -> (swaps >> cluster & 1) == 1);
  }

  private PermutationResult sampled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double observed = statistic(cluster -> false);
    int hits = 0;
    for (int draw = 0; draw < SAMPLES; draw++) {
      if (statistic(cluster -> random.nextBoolean()) >= observed - EPSILON) {
        hits++;
      }
    }
    double floor = 1.0 / (SAMPLES + 1);
    return new PermutationResult((hits + 1) * floor, floor, first.size(), SAMPLES, false);
  }

  /** The statistic with some clusters' answers swapped; asks about each cluster once, in order. */
  private double statistic(IntPredicate swapped) {
    int[] one = new int[Stance.COUNT * Stance.COUNT];
    int[] other = new int[Stance.COUNT * Stance.COUNT];
    for (int cluster = 0; cluster < first.size(); cluster++) {
      boolean swap = swapped.test(cluster);
      first.get(cluster).addTo(swap ? other : one);
      second.get(cluster).addTo(swap ? one : other);
    }
    double difference =
        metric.applyAsDouble(ConfusionMatrix.ofCells(other))
            - metric.applyAsDouble(ConfusionMatrix.ofCells(one));
    return Math.abs(difference);
  }
}
