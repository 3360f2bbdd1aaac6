package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a cross-validated recipe scores on one fold. Their spread is no interval: folds share most
 * of what their models learnt.
 *
 * @param fold counted from 1
 * @param clusters number of groups tested
 * @param scores of the sentences tested
 */
public record FoldScores(int fold, int clusters, Scores scores) {
  /**
   * The scores of each fold that was scored.
   *
   * @param folds those that {@link CrossValidation} scored
   * @param scored what it gave: one example for each row that these folds test, in the order of
   *     rows
   */
  public static List<FoldScores> of(List<Fold> folds, List<ScoredExample> scored) {
    int[] rows =
        folds.stream()
            .flatMap(fold -> fold.test().stream())
            .mapToInt(row -> row)
            .sorted()
            .toArray();
    if (rows.length != scored.size()) {
      throw new IllegalArgumentException(
          "the folds test " + rows.length + " rows, but " + scored.size() + " were scored");
    }
    List<FoldScores> all = new ArrayList<>();
    for (Fold fold : folds) {
      Set<Integer> tested = Set.copyOf(fold.test());
      List<ScoredExample> own =
          IntStream.range(0, rows.length)
              .filter(place -> tested.contains(rows[place]))
              .mapToObj(scored::get)
              .toList();
      int groups = (int) own.stream().map(one -> one.example().group()).distinct().count();
      all.add(new FoldScores(fold.index() + 1, groups, Scores.of(ConfusionMatrix.of(own))));
    }
    return List.copyOf(all);
  }
}
