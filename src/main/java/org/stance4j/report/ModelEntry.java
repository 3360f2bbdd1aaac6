package org.stance4j.report;

import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Evaluation;

/**
 * A trained model and what it scored.
 *
 * @param name name of the model
 * @param description what it is, in a few words
 * @param reference whether it is there to be measured against: the majority baseline, the n-gram
 *     model
 * @param crossValidated out-of-fold figures
 * @param documents figures on the real documents; {@code null} where there are none
 */
public record ModelEntry(
    String name,
    String description,
    boolean reference,
    Evaluation crossValidated,
    @Nullable Evaluation documents) {}
