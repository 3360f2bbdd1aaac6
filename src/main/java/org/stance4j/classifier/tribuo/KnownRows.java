package org.stance4j.classifier.tribuo;

import java.util.List;
import java.util.stream.IntStream;
import org.stance4j.Dataset;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.SparseVector;

/**
 * The rows that a linear model learns from: those with at least one feature, since the others tell
 * nothing but how frequent their stance is.
 *
 * @param dataset the rows left
 * @param vectors one per row left
 */
record KnownRows(Dataset dataset, List<FeatureVector> vectors) {
  /**
   * Leaves out the rows without a feature.
   *
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  static KnownRows of(Dataset dataset, List<FeatureVector> vectors) {
    ClassifierTrainer.check(dataset, vectors);
    List<Integer> rows =
        IntStream.range(0, dataset.size()).filter(i -> known(vectors.get(i))).boxed().toList();
    Dataset kept = dataset.select(rows);
    if (kept.stances().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + ": only "
              + rows.size()
              + " of "
              + dataset.size()
              + " sentences hold a known n-gram, of fewer than two stances; lower minDocuments");
    }
    return new KnownRows(kept, rows.stream().map(vectors::get).toList());
  }

  private static boolean known(FeatureVector vector) {
    return !(vector instanceof SparseVector sparse) || sparse.size() > 0;
  }
}
