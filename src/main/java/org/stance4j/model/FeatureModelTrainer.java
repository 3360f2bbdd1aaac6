package org.stance4j.model;

import org.stance4j.Dataset;
import org.stance4j.classifier.Classifier;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.features.FeatureExtractor;
import org.stance4j.features.FittedFeatureExtractor;

/**
 * Fits an extractor, then a classifier on its vectors.
 *
 * @param extractor what a sentence becomes
 * @param classifier what learns from it
 */
public record FeatureModelTrainer(FeatureExtractor extractor, ClassifierTrainer classifier)
    implements ModelTrainer {
  @Override
  public FittedModel train(Dataset dataset, long seed) {
    if (dataset.size() == 0) {
      throw new IllegalArgumentException(
          "dataset " + dataset.name() + " is empty; there is nothing to learn from");
    }
    FittedFeatureExtractor fitted = extractor.fit(dataset.sentences());
    Classifier trained = classifier.train(dataset, fitted.extract(dataset.sentences()), seed);
    return new FeatureModel(fitted, trained);
  }
}
