package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.Stance;

/**
 * What one model scored on one set of data: figures, how sure they are, and what to beware of.
 *
 * <p>Immutable and thread-safe. Made by {@link Evaluator}.
 *
 * @param model name of the model
 * @param data name of the data
 * @param clusters number of groups, the unit of the intervals
 * @param scores the figures of all examples
 * @param probabilities how far the model's probabilities can be taken at their word
 * @param beforeCalibration the same for the model without its calibration; {@code null} where it
 *     has none or that was not measured
 * @param intervals 95 % interval by metric, in declaration order; unmodifiable
 * @param probabilityIntervals the same by metric of the probabilities
 * @param slices the figures of parts, by attribute
 * @param warnings what a reader must know first, in declaration order
 * @param seed source of the resamples
 * @param abstention what leaving sentences unanswered brings; {@code null} where that was not
 *     measured
 */
public record Evaluation(
    String model,
    String data,
    int clusters,
    Scores scores,
    ProbabilityScores probabilities,
    @Nullable ProbabilityScores beforeCalibration,
    Map<Metric, Interval> intervals,
    Map<ProbabilityMetric, Interval> probabilityIntervals,
    List<EvaluationSlice> slices,
    List<EvaluationWarning> warnings,
    long seed,
    @Nullable Abstention abstention) {
  public Evaluation {
    intervals = Collections.unmodifiableMap(new EnumMap<>(intervals));
    probabilityIntervals = Collections.unmodifiableMap(new EnumMap<>(probabilityIntervals));
    slices = List.copyOf(slices);
    warnings = List.copyOf(warnings);
  }

  /**
   * The same evaluation, with the scores of the probabilities that the calibration started from.
   *
   * @param uncalibrated of the same examples
   * @throws IllegalArgumentException if it is of another number of examples
   */
  public Evaluation withBeforeCalibration(ProbabilityScores uncalibrated) {
    if (uncalibrated.reliability().n() != n()) {
      throw new IllegalArgumentException(
          "scores before and after calibration must be of the same examples, got "
              + uncalibrated.reliability().n()
              + " and "
              + n());
    }
    return new Evaluation(
        model,
        data,
        clusters,
        scores,
        probabilities,
        uncalibrated,
        intervals,
        probabilityIntervals,
        slices,
        warnings,
        seed,
        abstention);
  }

  /**
   * The same evaluation, with what leaving sentences unanswered brings.
   *
   * @param measured of the same examples
   * @throws IllegalArgumentException if it is of another number of examples
   */
  public Evaluation withAbstention(Abstention measured) {
    if (measured.curve().n() != n()) {
      throw new IllegalArgumentException(
          "abstention must be measured on the examples of the evaluation, got "
              + measured.curve().n()
              + " and "
              + n());
    }
    return new Evaluation(
        model,
        data,
        clusters,
        scores,
        probabilities,
        beforeCalibration,
        intervals,
        probabilityIntervals,
        slices,
        warnings,
        seed,
        measured);
  }

  /** Number of examples. */
  public int n() {
    return scores.n();
  }

  /** See {@link Accuracy}. */
  public double accuracy() {
    return scores.of(Metric.ACCURACY);
  }

  /** See {@link MacroF1}. */
  public double macroF1() {
    return scores.of(Metric.MACRO_F1);
  }

  /** See {@link FAverage}. */
  public double fAvg() {
    return scores.of(Metric.F_AVERAGE);
  }

  /** See {@link MatthewsCorrelation}. */
  public double mcc() {
    return scores.of(Metric.MCC);
  }

  /** Precision, recall and F1 by stance, in declaration order. */
  public Map<Stance, PrecisionRecallF1> perClass() {
    return scores.perClass();
  }

  /** Rows = gold, columns = predicted. */
  public ConfusionMatrix confusion() {
    return scores.confusion();
  }

  /** The slices by that attribute, in the order of its values; empty where there are none. */
  public List<EvaluationSlice> slices(String attribute) {
    return slices.stream().filter(slice -> slice.attribute().equals(attribute)).toList();
  }

  /**
   * The interval of a metric.
   *
   * @throws IllegalArgumentException if this evaluation holds none
   */
  public Interval interval(Metric metric) {
    Interval interval = intervals.get(metric);
    if (interval == null) {
      throw new IllegalArgumentException(
          "no interval of " + metric.key() + "; there are " + intervals.keySet());
    }
    return interval;
  }

  /**
   * The interval of a metric of the probabilities.
   *
   * @throws IllegalArgumentException if this evaluation holds none
   */
  public Interval interval(ProbabilityMetric metric) {
    Interval interval = probabilityIntervals.get(metric);
    if (interval == null) {
      throw new IllegalArgumentException(
          "no interval of " + metric.key() + "; there are " + probabilityIntervals.keySet());
    }
    return interval;
  }
}
