package org.stance4j.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.CrossValidation;
import org.stance4j.evaluation.Evaluator;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.GroupKFold;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.Threads;
import org.stance4j.noise.ConfidentLearning;

/** From a dataset to the labels that are likely wrong: cross-validate, then confident learning. */
public final class NoisePipeline {
  private final @Nullable Path cacheFolder;

  /**
   * A pipeline.
   *
   * @param cacheFolder where embeddings are kept between runs; {@code null} to keep none
   */
  public NoisePipeline(@Nullable Path cacheFolder) {
    this.cacheFolder = cacheFolder;
  }

  /** Trains a model for each fold and doubts the labels of the others. */
  public NoiseOutcome run(NoiseRequest request, TrainListener listener) {
    List<Fold> folds = GroupKFold.split(request.dataset(), request.folds(), request.seed());
    String name = request.recipe().name();
    listener.begin(name + ": fold 1 of " + folds.size(), 0, folds.size());
    List<ScoredExample> scored;
    try (EncoderPool pool = new EncoderPool(cacheFolder)) {
      scored =
          Threads.run(
              request.recipe().threads(),
              () ->
                  CrossValidation.run(
                      request.dataset(),
                      request.recipe().trainer(pool),
                      folds,
                      request.seed(),
                      (done, all) -> {
                        if (done < all) {
                          listener.begin(name + ": fold " + (done + 1) + " of " + all, done, all);
                        }
                      }));
    }
    return new NoiseOutcome(
        ConfidentLearning.estimate(scored, request.seed()),
        Evaluator.evaluate(name, request.dataset().name(), scored, request.seed()));
  }
}
