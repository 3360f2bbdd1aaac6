/**
 * Recipes: one YAML file says how one model is trained.
 *
 * <p>{@link org.stance4j.recipe.Recipes} reads them, {@link org.stance4j.recipe.Recipe} makes the
 * trainer. What may stand in a recipe is declared once, as {@link org.stance4j.recipe.Key}s by
 * {@link org.stance4j.recipe.FeatureTypes} and {@link org.stance4j.recipe.ClassifierTypes}:
 * reading, checking, writing and explaining all go by that. The text of a recipe always names every
 * value, also those that the file left out, so that a stored recipe means the same for ever.
 */
@NullMarked
package org.stance4j.recipe;

import org.jspecify.annotations.NullMarked;
