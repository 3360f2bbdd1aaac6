package org.stance4j.recipe;

import java.util.List;
import org.stance4j.classifier.ClassifierTrainer;

/**
 * The classifier that a recipe asks for.
 *
 * @param type the name used in recipes
 * @param takes the kinds of features that it learns from
 * @param mixLayers number of layers of which it learns a mix; 0 for none
 * @param trainer what learns
 */
public record ClassifierSpec(
    String type, List<FeatureKind> takes, int mixLayers, ClassifierTrainer trainer) {
  public ClassifierSpec {
    takes = List.copyOf(takes);
  }

  /** One that learns from a vector for each sentence, sparse or dense. */
  static ClassifierSpec ofVectors(String type, ClassifierTrainer trainer) {
    return new ClassifierSpec(type, List.of(FeatureKind.SPARSE, FeatureKind.DENSE), 0, trainer);
  }

  /** One that learns from dense vectors alone. */
  static ClassifierSpec ofDense(String type, int mixLayers, ClassifierTrainer trainer) {
    return new ClassifierSpec(type, List.of(FeatureKind.DENSE), mixLayers, trainer);
  }

  /** One that learns from the vectors of tokens. */
  static ClassifierSpec ofTokens(String type, ClassifierTrainer trainer) {
    return new ClassifierSpec(type, List.of(FeatureKind.TOKENS), 0, trainer);
  }
}
