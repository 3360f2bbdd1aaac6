package org.stance4j.tuning;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.encoder.EncoderPool;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;
import org.stance4j.model.Threads;
import org.stance4j.recipe.Recipe;

/** Trains for real; the encoders are shared by all trials. */
final class CrossValidatedScorer implements TrialScorer {
  private final EncoderPool pool;

  /** A scorer whose encoders are closed by the pool's owner. */
  CrossValidatedScorer(EncoderPool pool) {
    this.pool = pool;
  }

  @Override
  public List<ScoredExample> score(
      Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
    return Threads.run(recipe.threads(), () -> inFolds(recipe, dataset, folds, listener));
  }

  private List<ScoredExample> inFolds(
      Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener) {
    ModelTrainer trainer = recipe.trainer(pool);
    List<ScoredExample> scored = new ArrayList<>();
    int done = 0;
    for (Fold fold : folds) {
      List<Sentence> sentences = dataset.select(fold.test()).sentences();
      try (FittedModel model = trainer.train(dataset.select(fold.train()), recipe.seed())) {
        List<StanceProbabilities> answers = model.predict(sentences);
        for (int i = 0; i < answers.size(); i++) {
          scored.add(new ScoredExample(dataset.examples().get(fold.test().get(i)), answers.get(i)));
        }
      }
      listener.foldDone(++done, folds.size());
    }
    return scored;
  }
}
