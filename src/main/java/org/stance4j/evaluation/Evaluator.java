package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.stance4j.Example;
import org.stance4j.Stance;

/** Turns scored examples into an {@link Evaluation}. */
public final class Evaluator {
  /** Attributes by which every evaluation is sliced, besides the group. */
  public static final List<String> ATTRIBUTES =
      List.of(Example.TARGET, "source", "register", "phenomenon");

  /** Name of the slices by group. */
  public static final String GROUP = "group";

  /** Most values of an attribute that are still shown one by one. */
  public static final int MOST_VALUES = 50;

  private static final int RARE = 10;

  private Evaluator() {}

  /**
   * Evaluates with {@link ClusterBootstrap#RESAMPLES} resamples.
   *
   * @param model name of the model
   * @param data name of the data
   * @param scored at least one scored example
   * @param seed source of the resamples
   * @throws IllegalArgumentException if there are no examples
   */
  public static Evaluation evaluate(
      String model, String data, List<ScoredExample> scored, long seed) {
    return evaluate(model, data, scored, ClusterBootstrap.RESAMPLES, seed);
  }

  /**
   * Evaluates with that many resamples.
   *
   * <p>Slices: the group, and each of {@link #ATTRIBUTES} that any example has. An attribute with
   * more than {@value #MOST_VALUES} values is left out, and so is one with a single value, which
   * would repeat the whole.
   */
  public static Evaluation evaluate(
      String model, String data, List<ScoredExample> scored, int resamples, long seed) {
    List<ConfusionMatrix> clusters = Clusters.matrices(scored);
    Scores scores = Scores.of(ConfusionMatrix.of(scored));
    List<Metric> metrics = List.of(Metric.values());
    List<Interval> bounds = ClusterBootstrap.ofClusters(clusters, metrics, resamples, seed);
    Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
    for (int i = 0; i < metrics.size(); i++) {
      intervals.put(metrics.get(i), bounds.get(i));
    }
    return new Evaluation(
        model,
        data,
        clusters.size(),
        scores,
        ProbabilityScores.of(scored),
        null,
        intervals,
        slices(scored),
        warnings(scores.confusion(), clusters.size()),
        seed);
  }

  private static List<EvaluationSlice> slices(List<ScoredExample> scored) {
    List<EvaluationSlice> slices =
        new ArrayList<>(slices(GROUP, scored, example -> example.example().group()));
    for (String attribute : ATTRIBUTES) {
      slices.addAll(slices(attribute, scored, example -> example.example().attribute(attribute)));
    }
    return slices;
  }

  private static List<EvaluationSlice> slices(
      String attribute, List<ScoredExample> scored, Function<ScoredExample, String> value) {
    Map<String, List<ScoredExample>> byValue = new TreeMap<>();
    for (ScoredExample example : scored) {
      byValue.computeIfAbsent(value.apply(example), name -> new ArrayList<>()).add(example);
    }
    List<EvaluationSlice> slices = new ArrayList<>();
    if (byValue.size() > 1 && byValue.size() <= MOST_VALUES) {
      byValue.forEach(
          (name, part) ->
              slices.add(
                  new EvaluationSlice(
                      attribute,
                      name.isBlank() ? EvaluationSlice.NO_VALUE : name,
                      Scores.of(ConfusionMatrix.of(part)))));
    }
    return slices;
  }

  static List<EvaluationWarning> warnings(ConfusionMatrix confusion, int clusters) {
    Set<EvaluationWarning> warnings = EnumSet.noneOf(EvaluationWarning.class);
    if (clusters < Interval.ENOUGH_CLUSTERS) {
      warnings.add(EvaluationWarning.TOO_FEW_CLUSTERS);
    }
    for (Stance stance : Stance.values()) {
      int gold = confusion.gold(stance);
      if (gold == 0) {
        warnings.add(
            confusion.predicted(stance) == 0
                ? EvaluationWarning.UNUSED_CLASS
                : EvaluationWarning.MISSING_CLASS);
      } else if (gold < RARE) {
        warnings.add(EvaluationWarning.RARE_CLASS);
      }
      if (confusion.predicted(stance) == confusion.total()) {
        warnings.add(EvaluationWarning.SINGLE_PREDICTION);
      }
    }
    return List.copyOf(warnings);
  }
}
