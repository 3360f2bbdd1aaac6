package org.stance4j.tuning;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.FoldListener;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.recipe.Recipe;

/** Trains a recipe on folds and says what it makes of each fold's test rows. */
@FunctionalInterface
interface TrialScorer {
  /**
   * Trains one model per fold and scores the rows that the fold tests.
   *
   * @param folds that test different rows, of different groups than they train on
   * @param listener told after each fold; what it throws ends the trial
   * @return the scored rows of all folds
   */
  List<ScoredExample> score(
      Recipe recipe, Dataset dataset, List<Fold> folds, FoldListener listener);
}
