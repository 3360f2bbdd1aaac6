package org.stance4j.classifier;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.features.FeatureVector;

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
}
