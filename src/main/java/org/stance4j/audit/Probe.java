package org.stance4j.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.ScoredExample;

/** A deliberately simple classifier, cross-validated by group: what little suffices to guess. */
@SuppressWarnings("EnumOrdinal") // classes are the stances in their declaration order
final class Probe {
  private Probe() {}

  /**
   * Predicts every row from the rows of other groups.
   *
   * @param grouped the rows with their groups
   * @param values what the classifier may see of each row, by field
   * @param folds grouped, testing each row once
   */
  static List<ScoredExample> stances(
      Dataset grouped, List<Map<String, List<String>>> values, List<Fold> folds) {
    List<Integer> labels = grouped.stances().stream().map(Stance::ordinal).toList();
    double[][] probabilities = new double[grouped.size()][];
    for (Fold fold : folds) {
      NaiveBayes model = fit(values, labels, Stance.COUNT, fold);
      for (int row : fold.test()) {
        probabilities[row] = model.probabilities(values.get(row));
      }
    }
    List<ScoredExample> scored = new ArrayList<>();
    for (int row = 0; row < probabilities.length; row++) {
      Example example = grouped.examples().get(row);
      scored.add(new ScoredExample(example, StanceProbabilities.of(probabilities[row])));
    }
    return scored;
  }

  /**
   * Scores every row from the rows of other groups: the log-odds of class 1 against class 0; 0
   * where the training rows are all of one class.
   */
  static double[] logOdds(
      List<Map<String, List<String>>> values, List<Integer> labels, List<Fold> folds) {
    double[] scores = new double[values.size()];
    for (Fold fold : folds) {
      NaiveBayes model = fit(values, labels, 2, fold);
      for (int row : fold.test()) {
        double[] logs = model.logScores(values.get(row));
        double odds = logs[1] - logs[0];
        scores[row] = Double.isFinite(odds) ? odds : 0;
      }
    }
    return scores;
  }

  private static NaiveBayes fit(
      List<Map<String, List<String>>> values, List<Integer> labels, int classes, Fold fold) {
    return NaiveBayes.fit(
        fold.train().stream().map(values::get).toList(),
        fold.train().stream().map(labels::get).toList(),
        classes);
  }

  /** The single words of each row as one field, each word once. */
  static List<Map<String, List<String>>> words(List<Row> rows) {
    return rows.stream()
        .map(row -> Map.of("word", List.copyOf(TokenKind.WORD.tokens(row))))
        .toList();
  }

  /** Each trait as a field of one value; a row without one has the empty value. */
  static List<Map<String, List<String>>> traits(List<Trait> traits, int rows) {
    List<Map<String, List<String>>> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Map<String, List<String>> fields = new HashMap<>();
      for (Trait trait : traits) {
        fields.put(trait.name(), List.of(trait.values().get(row)));
      }
      values.add(Collections.unmodifiableMap(fields));
    }
    return values;
  }

  /** Share of the commonest stance: what always guessing it would get right. */
  static double majority(Dataset dataset) {
    return Arrays.stream(shares(dataset)).max().orElse(0);
  }

  /** Sum of the squared shares of the stances: what guessing at their rates would get right. */
  static double stratified(Dataset dataset) {
    return Arrays.stream(shares(dataset)).map(share -> share * share).sum();
  }

  private static double[] shares(Dataset dataset) {
    double[] shares = new double[Stance.COUNT];
    dataset.stances().forEach(stance -> shares[stance.ordinal()] += 1.0 / dataset.size());
    return shares;
  }
}
