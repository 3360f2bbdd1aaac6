package org.stance4j.evaluation;

/** Told of the progress of a cross-validation. */
@FunctionalInterface
public interface FoldListener {
  /** Hears nothing. */
  FoldListener NONE = (done, folds) -> {};

  /**
   * A fold has been trained and scored.
   *
   * @param done number of folds done, from 1
   * @param folds number of folds in all
   */
  void foldDone(int done, int folds);
}
