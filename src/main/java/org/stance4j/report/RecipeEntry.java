package org.stance4j.report;

import org.jspecify.annotations.Nullable;
import org.stance4j.evaluation.Evaluation;

/**
 * A recipe that was trained on the train split, and what came of it.
 *
 * @param name name of the recipe
 * @param description one line on when to use it
 * @param features its features in a word or two
 * @param classifier its classifier in a word or two
 * @param validation figures on the validation split
 * @param documents figures on the real documents; {@code null} where they were not at hand
 * @param bytes size of the model's own files, without card and report
 * @param timing how long it took
 */
public record RecipeEntry(
    String name,
    String description,
    String features,
    String classifier,
    Evaluation validation,
    @Nullable Evaluation documents,
    long bytes,
    RecipeTiming timing) {}
