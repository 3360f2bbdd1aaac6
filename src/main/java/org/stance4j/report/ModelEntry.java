package org.stance4j.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.FoldScores;
import org.stance4j.evaluation.HeldOut;

/**
 * A trained model and what it scored.
 *
 * @param name name of the model
 * @param description what it is, in a few words
 * @param reference whether it is there to be measured against: the majority baseline, the n-gram
 *     model
 * @param crossValidated out-of-fold figures
 * @param folds figures of each fold that was scored
 * @param heldOut figures on data that no model learns from, in the order of {@link HeldOut}
 */
public record ModelEntry(
    String name,
    String description,
    boolean reference,
    Evaluation crossValidated,
    List<FoldScores> folds,
    Map<HeldOut, Evaluation> heldOut) {
  public ModelEntry {
    folds = List.copyOf(folds);
    Map<HeldOut, Evaluation> copy = new EnumMap<>(HeldOut.class);
    copy.putAll(heldOut);
    heldOut = Collections.unmodifiableMap(copy);
  }
}
