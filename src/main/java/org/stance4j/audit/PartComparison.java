package org.stance4j.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.evaluation.BinaryScore;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.Interval;
import org.stance4j.evaluation.RocAuc;
import org.stance4j.text.Words;

/**
 * Two parts told apart by naive Bayes, cross-validated by group: with single words, and with
 * lengths and punctuation alone.
 *
 * <p>The words' AUC within one label is that of the same scores among the rows of each label, the
 * mean weighted by rows: what remains of the shift once the mix of labels plays no part.
 *
 * @param first one part
 * @param second the other; scores speak for it
 * @param words told apart by single words
 * @param withinLabels the words' AUC within labels
 * @param form told apart by lengths and punctuation
 * @param firstWords the words that mark the first part
 * @param secondWords the words that mark the second
 */
record PartComparison(
    Part first,
    Part second,
    Separation words,
    double withinLabels,
    Separation form,
    List<PartWord> firstWords,
    List<PartWord> secondWords) {
  PartComparison {
    firstWords = List.copyOf(firstWords);
    secondWords = List.copyOf(secondWords);
  }

  /** An area under the curve and its interval by group. */
  record Separation(double auc, Interval interval) {}

  static PartComparison of(Part first, Part second, long seed) {
    List<Row> rows = Stream.concat(first.rows().stream(), second.rows().stream()).toList();
    List<Integer> labels = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      labels.add(row < first.size() ? 0 : 1);
    }
    List<Fold> folds = folds(rows, labels, seed);
    List<BinaryScore> words = scores(rows, Probe.words(rows), labels, folds);
    List<BinaryScore> form =
        scores(rows, rows.stream().map(PartComparison::form).toList(), labels, folds);
    return new PartComparison(
        first,
        second,
        separation(words, seed),
        withinLabels(rows, words),
        separation(form, seed),
        PartWord.marking(first, second),
        PartWord.marking(second, first));
  }

  /** The splitter evens out stances; here two of them stand in for the two parts. */
  private static List<Fold> folds(List<Row> rows, List<Integer> labels, long seed) {
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Example example = rows.get(row).example();
      examples.add(
          new Example(
              String.valueOf(row),
              example.sentence(),
              labels.get(row) == 0 ? Stance.PRO : Stance.ANTI,
              null,
              example.group(),
              Example.attributes(Map.of())));
    }
    return AuditContext.folds(new Dataset("parts", examples), seed);
  }

  private static List<BinaryScore> scores(
      List<Row> rows,
      List<Map<String, List<String>>> values,
      List<Integer> labels,
      List<Fold> folds) {
    double[] odds = Probe.logOdds(values, labels, folds);
    List<BinaryScore> scores = new ArrayList<>();
    for (int row = 0; row < odds.length; row++) {
      scores.add(new BinaryScore(odds[row], labels.get(row) == 1, rows.get(row).example().group()));
    }
    return scores;
  }

  private static Separation separation(List<BinaryScore> scores, long seed) {
    return new Separation(
        RocAuc.of(scores), RocAuc.interval(scores, AuditThresholds.RESAMPLES, seed));
  }

  /** Labels that one of the parts lacks are left out; 0.5 where the parts share none. */
  private static double withinLabels(List<Row> rows, List<BinaryScore> scores) {
    double sum = 0;
    int weight = 0;
    for (Stance stance : Stance.values()) {
      List<BinaryScore> same = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        if (rows.get(row).example().stance() == stance) {
          same.add(scores.get(row));
        }
      }
      if (same.stream().map(BinaryScore::positive).distinct().count() == 2) {
        sum += same.size() * RocAuc.of(same);
        weight += same.size();
      }
    }
    return weight == 0 ? 0.5 : sum / weight;
  }

  /** Lengths in bins and how often each mark occurs, up to three times; no word. */
  private static Map<String, List<String>> form(Row row) {
    String text = row.example().sentence().text();
    int words = Words.count(text);
    Map<String, List<String>> form = new HashMap<>();
    form.put("words", List.of(Trait.lengthBin(words)));
    form.put("characters a word", List.of(String.valueOf(text.length() / Math.max(1, words))));
    Map<String, Integer> counts = Marks.of(text);
    for (String mark : Marks.NAMES) {
      form.put(mark, List.of(String.valueOf(Math.min(3, counts.getOrDefault(mark, 0)))));
    }
    return form;
  }
}
