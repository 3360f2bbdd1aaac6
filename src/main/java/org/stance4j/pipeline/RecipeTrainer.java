package org.stance4j.pipeline;

import org.stance4j.Dataset;
import org.stance4j.StanceTrainer;
import org.stance4j.classifier.Classifier;
import org.stance4j.features.FittedFeatureExtractor;

/**
 * Trains what a recipe says: the extractor is fitted on the dataset it is given, and on nothing
 * else.
 *
 * @param recipe what to train
 * @param pool encoders, shared by all trainings and closed by their owner
 */
public record RecipeTrainer(Recipe recipe, EncoderPool pool) implements StanceTrainer {
  @Override
  public FittedStanceModel train(Dataset dataset, long seed) {
    if (dataset.size() == 0) {
      throw new IllegalArgumentException(
          "dataset " + dataset.name() + " is empty; there is nothing to learn from");
    }
    FittedFeatureExtractor extractor = recipe.features().extractor(pool).fit(dataset.sentences());
    Classifier classifier =
        recipe.classifier().train(dataset, extractor.extract(dataset.sentences()), seed);
    return new FittedStanceModel(extractor, classifier, () -> {});
  }
}
