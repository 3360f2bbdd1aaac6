package org.stance4j.pipeline;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.features.FittedFeatureExtractor;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelFiles;
import org.stance4j.recipe.FeatureSpec;
import org.stance4j.recipe.Recipe;
import org.stance4j.report.RecipeEntry;
import org.stance4j.report.RecipeTiming;

/**
 * One recipe of a {@link RecipeStudy}.
 *
 * @param entry its figures and times
 * @param scored its answers on the validation split
 */
record RecipeTrial(RecipeEntry entry, List<ScoredExample> scored) {
  /** Sentences predicted before the clock starts. */
  static final int WARM_UP = 200;

  private static final double NANOS = 1e9;

  RecipeTrial {
    scored = List.copyOf(scored);
  }

  /**
   * Makes the features of all sentences once, so that the pool knows their embeddings.
   *
   * @return seconds that it took
   */
  static double encode(Recipe recipe, RecipeStudy study, EncoderPool pool) {
    long start = System.nanoTime();
    for (FeatureSpec body : recipe.model().bodies()) {
      if (body.encoders().isEmpty() && body.tokenEncoders().isEmpty()) {
        continue;
      }
      FittedFeatureExtractor fitted = body.maker().apply(pool).fit(study.training().sentences());
      fitted.extract(study.training().sentences());
      fitted.extract(study.validation().sentences());
      if (study.documents() != null) {
        fitted.extract(study.documents().sentences());
      }
    }
    return seconds(start);
  }

  /**
   * Trains and measures.
   *
   * @param pool knows the embeddings of all sentences
   * @param encodingSeconds what {@link #encode} took
   * @param beforeSpeed called between the figures and the measurement of speed
   */
  static RecipeTrial of(
      Recipe recipe,
      RecipeStudy study,
      EncoderPool pool,
      double encodingSeconds,
      Runnable beforeSpeed) {
    long start = System.nanoTime();
    try (FittedModel model = recipe.trainer(pool).train(study.training(), recipe.seed())) {
      double trainingSeconds = seconds(start);
      List<ScoredExample> scored = Scoring.score(model, study.validation());
      Evaluation validation =
          Scoring.evaluate(recipe, model, study.validation(), scored, study.seed());
      @Nullable Dataset documents = study.documents();
      @Nullable Evaluation onDocuments =
          documents == null
              ? null
              : Scoring.evaluate(
                  recipe, model, documents, Scoring.score(model, documents), study.seed());
      SortedMap<String, byte[]> files = model.files("");
      beforeSpeed.run();
      return new RecipeTrial(
          new RecipeEntry(
              recipe.name(),
              recipe.description(),
              recipe.model().features(),
              recipe.model().classifier(),
              validation,
              onDocuments,
              files.values().stream().mapToLong(content -> content.length).sum(),
              new RecipeTiming(encodingSeconds, trainingSeconds, sentencesPerSecond(files, study))),
          scored);
    }
  }

  /** Of the model as its files give it, on encoders of its own that know no text. */
  private static double sentencesPerSecond(SortedMap<String, byte[]> files, RecipeStudy study) {
    List<Sentence> training = study.training().sentences();
    List<Sentence> sentences = study.validation().sentences();
    try (EncoderPool fresh = new EncoderPool(null);
        FittedModel model = ModelFiles.restore(files, fresh)) {
      model.predict(training.subList(0, Math.min(WARM_UP, training.size())));
      long start = System.nanoTime();
      model.predict(sentences);
      return sentences.size() / seconds(start);
    }
  }

  /** At least a nanosecond, so that a rate is a number. */
  private static double seconds(long start) {
    return Math.max(1, System.nanoTime() - start) / NANOS;
  }
}
