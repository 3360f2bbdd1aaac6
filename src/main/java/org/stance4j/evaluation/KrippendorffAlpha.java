package org.stance4j.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Krippendorff's α for nominal labels: 1 − observed / expected disagreement, for any number of
 * annotators and with labels missing.
 *
 * <p>From the coincidence matrix: an item with m ≥ 2 labels adds 1 / (m − 1) to o_ck for each of
 * its ordered pairs of labels c and k; an item with fewer labels cannot be compared and adds
 * nothing. With n_c = Σ_k o_ck and n = Σ_c n_c, α = ((n − 1) Σ_c o_cc − Σ_c n_c (n_c − 1)) / (n (n
 * − 1) − Σ_c n_c (n_c − 1)). Range (−∞, 1], in practice [−1, 1]: 1 is full agreement, 0 is that of
 * chance. 0 too where it is not defined: without a comparable item, and where there is but one
 * label. Sources: K. Krippendorff, Content Analysis, 2nd ed., 2004, chapter 11; K. Krippendorff,
 * "Computing Krippendorff's Alpha-Reliability", 2011.
 */
public final class KrippendorffAlpha {
  private KrippendorffAlpha() {}

  /** The α of two annotators. */
  public static double of(AgreementTable table) {
    double[] values =
        table.labels().stream()
            .mapToDouble(label -> (double) table.first(label) + table.second(label))
            .toArray();
    return alpha(2.0 * table.agreed(), values);
  }

  /**
   * The α of any number of annotators.
   *
   * @param items the labels of each item, by however many annotators gave one, in any order
   */
  public static <T> double nominal(List<? extends List<? extends T>> items) {
    Map<T, Double> values = new HashMap<>();
    double agreeing = 0;
    for (List<? extends T> item : items) {
      Map<T, Integer> counts = new HashMap<>();
      item.forEach(label -> counts.merge(label, 1, Integer::sum));
      int m = item.size();
      if (m >= 2) {
        for (Map.Entry<T, Integer> count : counts.entrySet()) {
          values.merge(count.getKey(), (double) count.getValue(), Double::sum);
          agreeing += count.getValue() * (count.getValue() - 1.0) / (m - 1);
        }
      }
    }
    return alpha(agreeing, values.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The formula.
   *
   * @param agreeing sum of the coincidence matrix's diagonal
   * @param values sum of each of its rows
   */
  private static double alpha(double agreeing, double... values) {
    double n = 0;
    double samePairs = 0;
    for (double value : values) {
      n += value;
      samePairs += value * (value - 1);
    }
    double range = n * (n - 1) - samePairs;
    return range == 0 ? 0 : ((n - 1) * agreeing - samePairs) / range;
  }
}
