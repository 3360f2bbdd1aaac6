package org.stance4j.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stance4j.Example;
import org.stance4j.Stance;

/** Turns scored examples into an {@link Evaluation}. */
public final class Evaluator {
  /** Attributes by which every evaluation is sliced, besides the group. */
  public static final List<String> ATTRIBUTES =
      List.of(Example.TARGET, "source", "register", "phenomenon");

  /** Name of the slices by group. */
  public static final String GROUP = "group";

  /** The group, and each of {@link #ATTRIBUTES}. */
  public static final List<Slicer> SLICERS =
      Stream.concat(
              Stream.of(new Slicer(GROUP, Example::group)), ATTRIBUTES.stream().map(Slicer::column))
          .toList();

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

  /** Evaluates with that many resamples; the parts are those of {@link #SLICERS}. */
  public static Evaluation evaluate(
      String model, String data, List<ScoredExample> scored, int resamples, long seed) {
    return evaluate(model, data, scored, SLICERS, resamples, seed);
  }

  /**
   * Evaluates the whole and its parts.
   *
   * @param model name of the model
   * @param data name of the data
   * @param scored at least one scored example
   * @param slicers what parts get figures of their own; an attribute with more than {@value
   *     #MOST_VALUES} values is left out, and so is one with a single value
   * @param resamples at least 1
   * @param seed source of the resamples
   * @throws IllegalArgumentException if there are no examples
   */
  public static Evaluation evaluate(
      String model,
      String data,
      List<ScoredExample> scored,
      List<Slicer> slicers,
      int resamples,
      long seed) {
    return evaluate(
        model,
        data,
        scored,
        Slices.evaluate(scored, slicers, resamples, seed),
        ResampledFigures.of(scored, resamples, seed),
        seed);
  }

  /** Evaluates what has been resampled already. */
  static Evaluation evaluate(
      String model,
      String data,
      List<ScoredExample> scored,
      List<EvaluationSlice> slices,
      ResampledFigures resampled,
      long seed) {
    Scores scores = Scores.of(ConfusionMatrix.of(scored));
    return new Evaluation(
        model,
        data,
        resampled.clusters(),
        scores,
        ProbabilityScores.of(scored),
        null,
        resampled.intervals(),
        resampled.probabilityIntervals(),
        slices,
        warnings(scores.confusion(), resampled.clusters()),
        seed,
        null);
  }

  static List<EvaluationWarning> warnings(ConfusionMatrix confusion, int clusters) {
    Set<EvaluationWarning> warnings = EnumSet.noneOf(EvaluationWarning.class);
    EvaluationWarning.ofClusters(clusters).ifPresent(warnings::add);
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
