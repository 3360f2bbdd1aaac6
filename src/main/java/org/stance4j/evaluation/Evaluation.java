package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * @param intervals 95 % interval by metric, in declaration order; unmodifiable
 * @param slices the figures of parts, by attribute
 * @param warnings what a reader must know first, in declaration order
 * @param seed source of the resamples
 */
public record Evaluation(
    String model,
    String data,
    int clusters,
    Scores scores,
    Map<Metric, Interval> intervals,
    List<EvaluationSlice> slices,
    List<EvaluationWarning> warnings,
    long seed) {
  public Evaluation {
    intervals = Collections.unmodifiableMap(new EnumMap<>(intervals));
    slices = List.copyOf(slices);
    warnings = List.copyOf(warnings);
  }

  /** Number of examples. */
  public int n() {
    return scores.n();
  }

  /** See {@link Accuracy}. */
  public double accuracy() {
    return scores.accuracy();
  }

  /** See {@link MacroF1}. */
  public double macroF1() {
    return scores.macroF1();
  }

  /** See {@link FAverage}. */
  public double fAvg() {
    return scores.fAvg();
  }

  /** See {@link MatthewsCorrelation}. */
  public double mcc() {
    return scores.mcc();
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
}
