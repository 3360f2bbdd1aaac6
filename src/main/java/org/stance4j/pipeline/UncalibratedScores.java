package org.stance4j.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceTrainer;
import org.stance4j.evaluation.Fold;
import org.stance4j.evaluation.ScoredExample;
import org.stance4j.model.FittedModel;
import org.stance4j.model.ModelTrainer;

/**
 * Trains for a cross-validation and notes what each model said before its calibration, so that both
 * can be compared on the same folds without training twice. For one cross-validation, on one
 * thread.
 */
final class UncalibratedScores implements StanceTrainer {
  private final ModelTrainer trainer;
  private final List<List<StanceProbabilities>> byFold = new ArrayList<>();

  UncalibratedScores(ModelTrainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public StanceModel train(Dataset dataset, long seed) {
    return new Noting(trainer.train(dataset, seed), byFold);
  }

  /**
   * What was noted, one scored example per row that was scored; the folds are those of the
   * cross-validation.
   */
  List<ScoredExample> scored(Dataset dataset, List<Fold> folds) {
    Map<Integer, ScoredExample> byRow = new TreeMap<>();
    for (int f = 0; f < byFold.size(); f++) {
      List<Integer> rows = folds.get(f).test();
      for (int i = 0; i < rows.size(); i++) {
        byRow.put(
            rows.get(i),
            new ScoredExample(dataset.examples().get(rows.get(i)), byFold.get(f).get(i)));
      }
    }
    return List.copyOf(byRow.values());
  }

  /** A model that notes its uncalibrated answers. */
  private record Noting(FittedModel model, List<List<StanceProbabilities>> notes)
      implements StanceModel {
    @Override
    public List<StanceProbabilities> predict(List<Sentence> sentences) {
      notes.add(model.uncalibrated().predict(sentences));
      return model.predict(sentences);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
