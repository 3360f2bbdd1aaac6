package org.stance4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceTrainer;

/**
 * Out-of-fold prediction: each sentence is scored by a model that has seen neither it nor any other
 * of its group.
 */
public final class CrossValidation {
  private CrossValidation() {}

  /**
   * Trains one model per fold on the fold's training rows and scores its test rows.
   *
   * @param dataset rows in any order
   * @param trainer sees the training rows only
   * @param folds together they test every row exactly once, and none splits a group
   * @param seed handed to the trainer in every fold
   * @param listener told after each fold
   * @return one scored example per row, in the order of the dataset
   * @throws IllegalArgumentException if the folds leave a row out, test it twice or split a group
   */
  public static List<ScoredExample> run(
      Dataset dataset, StanceTrainer trainer, List<Fold> folds, long seed, FoldListener listener) {
    return run(dataset, trainer, folds, folds.size(), seed, listener);
  }

  /**
   * The same for some of the folds.
   *
   * @param count how many of the folds are trained for and scored, from the first; at least 1
   * @return one scored example for each row that these folds test, in the order of the dataset
   */
  public static List<ScoredExample> run(
      Dataset dataset,
      StanceTrainer trainer,
      List<Fold> folds,
      int count,
      long seed,
      FoldListener listener) {
    check(dataset, folds);
    @Nullable StanceProbabilities[] predictions = new StanceProbabilities[dataset.size()];
    int done = 0;
    for (Fold fold : folds.subList(0, count)) {
      List<Sentence> sentences = dataset.select(fold.test()).sentences();
      List<StanceProbabilities> scores;
      try (StanceModel model = trainer.train(dataset.select(fold.train()), seed)) {
        scores = model.predict(sentences);
      }
      if (scores.size() != sentences.size()) {
        throw new IllegalStateException(
            "fold "
                + fold.index()
                + ": the model answered "
                + scores.size()
                + " of "
                + sentences.size()
                + " sentences; a model must return one distribution per sentence");
      }
      for (int i = 0; i < scores.size(); i++) {
        predictions[fold.test().get(i)] = scores.get(i);
      }
      listener.foldDone(++done, count);
    }
    return collect(dataset, predictions);
  }

  private static List<ScoredExample> collect(
      Dataset dataset, @Nullable StanceProbabilities[] predictions) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int row = 0; row < predictions.length; row++) {
      StanceProbabilities prediction = predictions[row];
      if (prediction != null) {
        scored.add(new ScoredExample(dataset.examples().get(row), prediction));
      }
    }
    return List.copyOf(scored);
  }

  private static void check(Dataset dataset, List<Fold> folds) {
    int[] tested = new int[dataset.size()];
    for (Fold fold : folds) {
      Set<String> learnt = new HashSet<>();
      for (int row : fold.train()) {
        learnt.add(dataset.examples().get(row).group());
      }
      for (int row : fold.test()) {
        tested[row]++;
        String group = dataset.examples().get(row).group();
        if (learnt.contains(group)) {
          throw new IllegalArgumentException(
              "fold "
                  + fold.index()
                  + ": group '"
                  + group
                  + "' stands on both sides; make the folds with GroupKFold.split");
        }
      }
    }
    if (Arrays.stream(tested).anyMatch(count -> count != 1)) {
      throw new IllegalArgumentException(
          "the folds must test each of the "
              + dataset.size()
              + " rows of dataset "
              + dataset.name()
              + " exactly once; they test "
              + Arrays.stream(tested).sum()
              + " rows");
    }
  }
}
