package org.stance4j.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Naive Bayes over fields of values, with add-one smoothing.
 *
 * <p>A row has values in fields. A field that holds one value in every row (a column of metadata)
 * makes the categorical model; one that holds the words of a text makes the multinomial model. With
 * N<sub>c</sub> the values of a field in the training rows of class c, and V its different values,
 * P(v | c) = (count<sub>c</sub>(v) + 1) / (N<sub>c</sub> + V), and P(c) is the share of c. A value
 * that no training row has contributes nothing. Source: C. D. Manning, P. Raghavan and H. Schütze,
 * Introduction to Information Retrieval, 2008, section 13.2.
 *
 * <p>Chosen for probes since it has no setting, no seed and no iteration: it shows what a simple
 * model finds, not the most that could be found. Immutable after {@link #fit}.
 */
final class NaiveBayes {
  private final int[] classRows;
  private final int rows;
  private final Map<String, Field> fields = new HashMap<>();

  private NaiveBayes(int classes, int rows) {
    this.classRows = new int[classes];
    this.rows = rows;
  }

  /**
   * Counts training rows.
   *
   * @param values per row, the values of each field
   * @param labels per row, its class in [0, classes)
   * @param classes number of classes
   */
  static NaiveBayes fit(List<Map<String, List<String>>> values, List<Integer> labels, int classes) {
    if (values.size() != labels.size() || values.isEmpty()) {
      throw new IllegalArgumentException(
          "as many labels as rows, at least one, are needed, got "
              + labels.size()
              + " and "
              + values.size());
    }
    NaiveBayes model = new NaiveBayes(classes, values.size());
    for (int row = 0; row < values.size(); row++) {
      int label = labels.get(row);
      model.classRows[label]++;
      values
          .get(row)
          .forEach(
              (name, list) ->
                  model.fields.computeIfAbsent(name, key -> new Field(classes)).add(list, label));
    }
    return model;
  }

  /**
   * The posterior log-probability of each class, up to a constant; −∞ for a class without training
   * rows.
   */
  double[] logScores(Map<String, List<String>> values) {
    double[] scores = new double[classRows.length];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.log((double) classRows[label] / rows);
    }
    values.forEach(
        (name, list) -> {
          Field field = fields.get(name);
          if (field != null) {
            list.forEach(value -> field.addTo(scores, value));
          }
        });
    return scores;
  }

  /** The posterior probability of each class; they sum to 1. */
  double[] probabilities(Map<String, List<String>> values) {
    double[] scores = logScores(values);
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - most);
      sum += scores[label];
    }
    for (int label = 0; label < scores.length; label++) {
      scores[label] /= sum;
    }
    return scores;
  }

  /** Counts of one field. */
  private static final class Field {
    private final int[] totals;
    private final Map<String, int[]> counts = new HashMap<>();

    Field(int classes) {
      this.totals = new int[classes];
    }

    void add(List<String> values, int label) {
      for (String value : values) {
        counts.computeIfAbsent(value, key -> new int[totals.length])[label]++;
        totals[label]++;
      }
    }

    void addTo(double[] scores, String value) {
      int[] count = counts.get(value);
      if (count == null) {
        return;
      }
      for (int label = 0; label < scores.length; label++) {
        scores[label] += Math.log((count[label] + 1.0) / (totals[label] + counts.size()));
      }
    }
  }
}
