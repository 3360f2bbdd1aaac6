package org.stance4j.finetune;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Stance;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.MacroF1;

/**
 * Passages that are not learnt from.
 *
 * @param rows what the frozen layers make of them
 * @param labels stances of the scored texts of each, as ordinals
 */
record HeldOutPassages(List<TokenRows> rows, List<int[]> labels) {
  /** Macro-F1 of what the encoder says of them now. */
  double macroF1(FineTuner tuner) {
    List<Stance> gold = new ArrayList<>();
    List<Stance> predicted = new ArrayList<>();
    List<float[][]> logits = tuner.logits(rows);
    for (int p = 0; p < rows.size(); p++) {
      for (int i = 0; i < labels.get(p).length; i++) {
        gold.add(Stance.values()[labels.get(p)[i]]);
        predicted.add(Stance.values()[highest(logits.get(p)[i])]);
      }
    }
    return MacroF1.of(ConfusionMatrix.of(gold, predicted));
  }

  private static int highest(float[] logits) {
    int highest = 0;
    for (int k = 1; k < logits.length; k++) {
      if (logits[k] > logits[highest]) {
        highest = k;
      }
    }
    return highest;
  }
}
