package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Models that differ in nothing but the seed of their training, and how far that alone moves a
 * figure.
 *
 * @param models names of the models, at least two
 * @param metric the figure
 * @param values the figure of each model, in their order
 * @param interval 95 % interval of the mean, by resampling the groups of the data and, in each
 *     resample, the seeds too: what another choice of either would change
 */
public record SeedSpread(
    List<String> models, Metric metric, List<Double> values, Interval interval) {
  public SeedSpread {
    models = List.copyOf(models);
    values = List.copyOf(values);
    if (models.size() < 2 || models.size() != values.size()) {
      throw new IllegalArgumentException(
          "a spread over seeds takes two models or more and a value of each, got "
              + models
              + " and "
              + values);
    }
  }

  /** The spread of {@link Metric#HEADLINES} over each family of two models or more. */
  static List<SeedSpread> of(
      List<ScoredModel> models, List<ResampledFigures> resampled, long seed) {
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < models.size(); i++) {
      families.computeIfAbsent(models.get(i).family(), name -> new ArrayList<>()).add(i);
    }
    List<SeedSpread> spreads = new ArrayList<>();
    for (List<Integer> family : families.values()) {
      if (family.size() > 1) {
        Map<Metric, Interval> intervals =
            ResampledFigures.meanOverSeeds(family.stream().map(resampled::get).toList(), seed)
                .intervals();
        for (Metric metric : Metric.HEADLINES) {
          spreads.add(
              new SeedSpread(
                  family.stream().map(i -> models.get(i).name()).toList(),
                  metric,
                  family.stream()
                      .map(i -> ConfusionMatrix.of(models.get(i).examples()))
                      .map(metric::applyAsDouble)
                      .toList(),
                  Objects.requireNonNull(intervals.get(metric))));
        }
      }
    }
    return List.copyOf(spreads);
  }

  /** The mean over the seeds. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The standard deviation over the seeds, √(Σ (v − mean)² / (k − 1)) of k seeds. */
  public double deviation() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
