package org.stance4j.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.corpus.Grouping;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.GroupKFold;

/**
 * What the checks share, worked out once.
 *
 * @param data what is audited, as it was read
 * @param grouping the dataset in groups that no fold may split
 * @param rows one per example of the grouped dataset
 * @param documents the rows to compare with, grouped likewise
 * @param folds grouped and stratified; empty where there are fewer than two groups
 * @param shift which parts to compare; {@code null} for the sources
 * @param seed source of every random choice
 */
record AuditContext(
    AuditData data,
    Grouping grouping,
    List<Row> rows,
    List<Row> documents,
    List<Fold> folds,
    @Nullable ShiftRequest shift,
    long seed) {
  AuditContext {
    rows = List.copyOf(rows);
    documents = List.copyOf(documents);
    folds = List.copyOf(folds);
  }

  static AuditContext of(AuditData data, @Nullable ShiftRequest shift, long seed) {
    Grouping grouping = Grouping.of(data.dataset());
    return new AuditContext(
        data,
        grouping,
        Row.of(grouping.dataset().examples()),
        Row.of(Grouping.group(data.documents()).examples()),
        folds(grouping.dataset(), seed),
        shift,
        seed);
  }

  /** Up to {@link AuditThresholds#FOLDS} folds; none where there are fewer than two groups. */
  static List<Fold> folds(Dataset grouped, long seed) {
    int folds = Math.min(AuditThresholds.FOLDS, grouped.groupSizes().size());
    return folds < 2 ? List.of() : GroupKFold.split(grouped, folds, seed);
  }

  /** The dataset in groups that no fold may split. */
  Dataset grouped() {
    return grouping.dataset();
  }

  /** Number of rows. */
  int size() {
    return rows.size();
  }
}
