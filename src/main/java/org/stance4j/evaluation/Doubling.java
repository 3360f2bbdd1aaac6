package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stance4j.Stance;

/**
 * What twice the training data would bring, by a power law through a learning curve.
 *
 * <p>The interval resamples the groups that were tested on and the seeds, and fits the law anew to
 * each resample. It takes the law for true: that the curve goes on as it went is an assumption, of
 * which the back-test shows how far it has held.
 *
 * @param law through all sizes, of 1 − macro-F1
 * @param size largest number of sentences that was trained on
 * @param gain of macro-F1 from that size to twice that size
 * @param interval of the gain, 95 %
 * @param measured macro-F1 at the largest size, mean of the seeds
 * @param backTest macro-F1 there by a law through the smaller sizes alone; NaN where these are
 *     fewer than {@value PowerLaw#FEWEST_SIZES}
 */
public record Doubling(
    PowerLaw law, double size, double gain, Interval interval, double measured, double backTest) {
  /**
   * Fits and resamples.
   *
   * @param sizes numbers of sentences trained on, rising, at least {@value PowerLaw#FEWEST_SIZES}
   * @param runs for each size, for each seed the same tested examples in the same order
   * @param resamples at least 1
   * @param seed source of the resamples
   * @throws IllegalArgumentException if there are fewer sizes, or the runs hold different examples
   */
  public static Doubling of(
      List<Double> sizes, List<List<List<ScoredExample>>> runs, int resamples, long seed) {
    List<ScoredExample> first = runs.get(0).get(0);
    runs.forEach(seeds -> seeds.forEach(run -> Clusters.requireSameExamples(first, run)));
    List<List<List<ConfusionMatrix>>> clusters =
        runs.stream().map(seeds -> seeds.stream().map(Clusters::matrices).toList()).toList();
    int groups = clusters.get(0).get(0).size();
    int seeds = runs.get(0).size();
    List<Integer> allSeeds = IntStream.range(0, seeds).boxed().toList();
    int[] allGroups = IntStream.range(0, groups).toArray();
    List<Double> errors = errors(clusters, allSeeds, allGroups);
    PowerLaw law = PowerLaw.fit(sizes, errors);
    int last = sizes.size() - 1;
    double size = sizes.get(last);
    SplittableRandom random = new SplittableRandom(seed);
    double[] gains =
        ClusterBootstrap.samples(
            groups,
            drawn -> {
              List<Integer> drawnSeeds =
                  allSeeds.stream().map(any -> random.nextInt(seeds)).toList();
              return new double[] {
                gain(PowerLaw.fit(sizes, errors(clusters, drawnSeeds, drawn)), size)
              };
            },
            resamples,
            seed)[0];
    return new Doubling(
        law,
        size,
        gain(law, size),
        ClusterBootstrap.interval(gains, groups),
        1 - errors.get(last),
        last < PowerLaw.FEWEST_SIZES
            ? Double.NaN
            : 1 - PowerLaw.fit(sizes.subList(0, last), errors.subList(0, last)).error(size));
  }

  private static double gain(PowerLaw law, double size) {
    return law.error(size) - law.error(2 * size);
  }

  /** 1 − macro-F1 at each size, the mean of these seeds, on these groups. */
  private static List<Double> errors(
      List<List<List<ConfusionMatrix>>> clusters, List<Integer> seeds, int... groups) {
    List<Double> errors = new ArrayList<>();
    for (List<List<ConfusionMatrix>> size : clusters) {
      double sum = 0;
      for (int seed : seeds) {
        int[] cells = new int[Stance.COUNT * Stance.COUNT];
        for (int group : groups) {
          size.get(seed).get(group).addTo(cells);
        }
        sum += MacroF1.of(ConfusionMatrix.ofCells(cells));
      }
      errors.add(1 - sum / seeds.size());
    }
    return errors;
  }

  /** Whether the interval leaves no doubt of which sign the gain has. */
  public boolean tells() {
    return interval.low() > 0 || interval.high() < 0;
  }
}
