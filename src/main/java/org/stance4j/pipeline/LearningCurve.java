package org.stance4j.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.ClusterBootstrap;
import org.stance4j.evaluation.Doubling;
import org.stance4j.evaluation.MeanOverSeeds;
import org.stance4j.evaluation.Metric;
import org.stance4j.evaluation.PowerLaw;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.Threads;
import org.stance4j.recipe.Recipe;

/**
 * What more training data brings: a recipe trained on growing numbers of groups and tested on data
 * that it never learns from.
 *
 * <p>For each seed the groups are shuffled once, and a size is the beginning of that order, so that
 * a larger sample holds the smaller ones. Some rows may be in every sample.
 *
 * @param recipe what to train
 * @param training what samples are drawn from; its groups are the unit
 * @param always rows of {@code training} whose whole groups are in every sample and are not counted
 * @param tests what is tested on, by name, in that order
 */
public record LearningCurve(
    Recipe recipe, Dataset training, Predicate<Example> always, Map<String, Dataset> tests) {
  /** Each fits a law for every test. */
  private static final int DOUBLING_RESAMPLES = 2_000;

  public LearningCurve {
    tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
  }

  /**
   * One size on one test.
   *
   * @param groups number of groups drawn
   * @param sentences mean number of sentences learnt from, those that are always in among them
   * @param test name of the test
   * @param macroF1 one value per seed
   */
  public record Point(int groups, double sentences, String test, MeanOverSeeds macroF1) {}

  /**
   * A curve.
   *
   * @param points by size, then by test
   * @param doublings what twice the largest size would bring, by test; empty where there are fewer
   *     than {@value PowerLaw#FEWEST_SIZES} sizes
   */
  public record Measured(List<Point> points, Map<String, Doubling> doublings) {
    public Measured {
      points = List.copyOf(points);
      doublings = Collections.unmodifiableMap(new LinkedHashMap<>(doublings));
    }
  }

  /** The names of the groups that are drawn from, sorted. */
  public List<String> units() {
    Set<String> units = new TreeSet<>(training.groupSizes().keySet());
    units.removeAll(fixed());
    return List.copyOf(units);
  }

  private Set<String> fixed() {
    Set<String> fixed = new HashSet<>();
    training.examples().stream().filter(always).forEach(example -> fixed.add(example.group()));
    return fixed;
  }

  /**
   * Trains and tests.
   *
   * @param sizes numbers of groups, each at least 1 and at most the number of {@link #units}
   * @param seeds one sample and one training of each size for each of them
   * @param pool encoders, closed by their owner
   * @param listener told before each training
   * @throws IllegalArgumentException if a size is out of range
   */
  public Measured run(
      List<Integer> sizes, List<Long> seeds, EncoderPool pool, TrainListener listener) {
    List<String> units = units();
    for (int size : sizes) {
      if (size < 1 || size > units.size()) {
        throw new IllegalArgumentException(
            "size "
                + size
                + " is not in [1, "
                + units.size()
                + "]: that many groups of "
                + training.name()
                + " can be drawn from");
      }
    }
    return Threads.run(recipe.threads(), () -> measure(sizes, seeds, pool, listener));
  }

  private Measured measure(
      List<Integer> sizes, List<Long> seeds, EncoderPool pool, TrainListener listener) {
    List<String> units = units();
    ModelTrainer trainer = recipe.trainer(pool);
    List<Point> points = new ArrayList<>();
    SortedMap<Double, Map<String, List<List<ScoredExample>>>> all = new TreeMap<>();
    int done = 0;
    for (int size : new LinkedHashSet<>(sizes)) {
      Map<String, List<List<ScoredExample>>> runs = new LinkedHashMap<>();
      double sentences = 0;
      for (long seed : seeds) {
        listener.begin(
            recipe.name() + ": " + size + " groups, seed " + seed,
            done++,
            sizes.size() * seeds.size());
        Dataset sample = sample(units, size, seed);
        sentences += (double) sample.size() / seeds.size();
        try (FittedModel model = trainer.train(sample, seed)) {
          tests.forEach(
              (name, test) ->
                  runs.computeIfAbsent(name, key -> new ArrayList<>())
                      .add(Scoring.score(model, test)));
        }
      }
      double mean = sentences;
      all.put(mean, runs);
      runs.forEach(
          (name, scored) ->
              points.add(
                  new Point(
                      size,
                      mean,
                      name,
                      MeanOverSeeds.of(
                          scored, Metric.MACRO_F1, ClusterBootstrap.RESAMPLES, seeds.get(0)))));
    }
    return new Measured(points, doublings(all, seeds.get(0)));
  }

  private Map<String, Doubling> doublings(
      SortedMap<Double, Map<String, List<List<ScoredExample>>>> all, long seed) {
    if (all.size() < PowerLaw.FEWEST_SIZES) {
      return Map.of();
    }
    List<Double> sizes = List.copyOf(all.keySet());
    Map<String, Doubling> doublings = new LinkedHashMap<>();
    for (String test : tests.keySet()) {
      List<List<List<ScoredExample>>> runs =
          all.values().stream().map(size -> Objects.requireNonNull(size.get(test))).toList();
      doublings.put(test, Doubling.of(sizes, runs, DOUBLING_RESAMPLES, seed));
    }
    return doublings;
  }

  /** The first groups of an order that the seed alone determines, and what is always in. */
  Dataset sample(List<String> units, int size, long seed) {
    List<String> order = new ArrayList<>(units);
    Collections.shuffle(order, new Random(seed));
    Set<String> chosen = new HashSet<>(order.subList(0, size));
    chosen.addAll(fixed());
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < training.size(); row++) {
      if (chosen.contains(training.examples().get(row).group())) {
        rows.add(row);
      }
    }
    return training.select(rows);
  }
}
