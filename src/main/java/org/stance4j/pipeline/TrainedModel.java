package org.stance4j.pipeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.HeldOut;
import org.stance4j.recipe.Recipe;
import org.stance4j.store.ModelRef;

/**
 * A model that has been trained, evaluated and, unless it is a mere baseline, published.
 *
 * @param recipe what was trained
 * @param crossValidated out-of-fold figures
 * @param heldOut figures on data that it did not learn from
 * @param published its version in the store; {@code null} for a baseline
 */
public record TrainedModel(
    Recipe recipe,
    Evaluation crossValidated,
    Map<HeldOut, Evaluation> heldOut,
    @Nullable ModelRef published) {}
