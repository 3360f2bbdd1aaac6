package org.stance4j.classifier;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Stance;
import org.stance4j.features.FeatureVector;
import org.stance4j.features.TokenMatrix;

/** Learns a classifier. Stateless: training twice gives the same classifier twice. */
public interface ClassifierTrainer {
  /**
   * Trains a classifier.
   *
   * @param dataset gives the gold stances, and the groups for any split inside
   * @param vectors one per example, in the same order, all of one dimension
   * @param seed source of every random choice
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  Classifier train(Dataset dataset, List<FeatureVector> vectors, long seed);

  /**
   * Refuses what no engine can learn from, and tokens.
   *
   * @throws IllegalArgumentException if there is not one vector per example, the vectors differ in
   *     dimension or have none, there are fewer than two stances, or a vector is a {@link
   *     TokenMatrix}
   */
  static void check(Dataset dataset, List<FeatureVector> vectors) {
    checkShapes(dataset, vectors);
    vectors.forEach(Vectors::requireOnePerSentence);
  }

  /**
   * Refuses what no engine can learn from, and vectors other than tokens.
   *
   * @return the vectors as the matrices that they are
   * @throws IllegalArgumentException if there is not one matrix per example, the matrices differ in
   *     dimension or have none, there are fewer than two stances, or a vector is no {@link
   *     TokenMatrix}
   */
  static List<TokenMatrix> checkTokens(Dataset dataset, List<FeatureVector> vectors) {
    checkShapes(dataset, vectors);
    return vectors.stream().map(Vectors::tokens).toList();
  }

  private static void checkShapes(Dataset dataset, List<FeatureVector> vectors) {
    if (vectors.size() != dataset.size()) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " has "
              + dataset.size()
              + " examples, but there are "
              + vectors.size()
              + " vectors");
    }
    List<Stance> stances = dataset.stances().stream().distinct().toList();
    if (stances.size() < 2) {
      throw new IllegalArgumentException(
          "dataset "
              + dataset.name()
              + " holds "
              + stances
              + " only; a classifier needs at least two stances to learn from");
    }
    int dimension = vectors.get(0).dimension();
    for (FeatureVector vector : vectors) {
      if (vector.dimension() != dimension || dimension == 0) {
        throw new IllegalArgumentException(
            "vectors must share one dimension above 0, got "
                + dimension
                + " and "
                + vector.dimension());
      }
    }
  }
}
