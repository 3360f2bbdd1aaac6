package org.stance4j.pipeline;

import org.stance4j.classifier.ClassifierTrainer;

/**
 * One way to train a model: features, classifier, evaluation.
 *
 * @param name also the model's name
 * @param description one line on when to use it
 * @param features what a sentence becomes
 * @param classifierType name of the classifier in recipes
 * @param classifier what learns from it
 * @param folds of the grouped cross-validation, at least 2
 * @param source the text it was read from; stored with the model
 */
public record Recipe(
    String name,
    String description,
    FeatureSpec features,
    String classifierType,
    ClassifierTrainer classifier,
    int folds,
    String source) {
  public Recipe {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, got " + folds);
    }
  }

  /** The same recipe cross-validated on another number of folds. */
  Recipe withFolds(int number) {
    return new Recipe(name, description, features, classifierType, classifier, number, source);
  }
}
