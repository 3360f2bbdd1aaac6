package org.stance4j.classifier;

import java.util.Optional;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.FeatureVector;
import org.stance4j.tensor.TensorBundle;

/** A trained decision rule. Immutable and thread-safe. */
public interface Classifier {
  /**
   * The probabilities of a vector.
   *
   * @param vector of {@link #dimension()}; one of only zeros is allowed
   * @throws IllegalArgumentException if the dimension is another
   */
  StanceProbabilities predict(FeatureVector vector);

  /** Length of the vectors it takes; 0 if it takes any. */
  int dimension();

  /** What was learnt, enough for {@link ClassifierCodec#restore} to make the same classifier. */
  TensorBundle state();

  /** The linear scores that its probabilities follow from; empty where it has none. */
  default Optional<LinearScores> linear() {
    return Optional.empty();
  }

  /** Refuses a vector of another dimension than this classifier's. */
  default void check(FeatureVector vector) {
    if (dimension() != 0 && vector.dimension() != dimension()) {
      throw new IllegalArgumentException(
          "classifier takes vectors of " + dimension() + " numbers, got " + vector.dimension());
    }
  }
}
