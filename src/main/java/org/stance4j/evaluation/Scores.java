package org.stance4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.stance4j.Stance;

/**
 * Every figure of one confusion matrix.
 *
 * @param confusion rows = gold, columns = predicted
 * @param figures one entry per metric, in declaration order; unmodifiable
 * @param averages precision, recall and F1 over the stances, one entry per way to average them;
 *     unmodifiable
 * @param perClass one entry per stance, in declaration order; unmodifiable
 */
public record Scores(
    ConfusionMatrix confusion,
    Map<Metric, Double> figures,
    Map<Averaging, PrecisionRecallF1> averages,
    Map<Stance, PrecisionRecallF1> perClass) {
  public Scores {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    averages = Collections.unmodifiableMap(new EnumMap<>(averages));
    perClass = Collections.unmodifiableMap(new EnumMap<>(perClass));
  }

  /** The figures of a matrix. */
  public static Scores of(ConfusionMatrix matrix) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, metric.applyAsDouble(matrix));
    }
    Map<Averaging, PrecisionRecallF1> averages = new EnumMap<>(Averaging.class);
    for (Averaging averaging : Averaging.values()) {
      averages.put(averaging, averaging.of(matrix));
    }
    return new Scores(matrix, figures, averages, PrecisionRecallF1.perClass(matrix));
  }

  /** Number of examples. */
  public int n() {
    return confusion.total();
  }

  /** The figure of that metric. */
  public double of(Metric metric) {
    return figures.getOrDefault(metric, 0.0);
  }
}
