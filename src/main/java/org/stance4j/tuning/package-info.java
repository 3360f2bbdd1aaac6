/**
 * The search for a recipe: which features, classifier and settings score best on unseen groups.
 *
 * <p>{@link org.stance4j.tuning.Tuner} runs one {@link org.stance4j.tuning.Search} by successive
 * halving on all of the data, which chooses the recipe, and the same search once for each outer
 * fold, which tells what a recipe so chosen scores on groups that the search never saw. Every
 * finished trial is a row of {@link org.stance4j.tuning.TrialLog}; decisions depend on these rows
 * alone, so that a search that was cut off goes on as if it had not been. The one trap: the score
 * of the chosen recipe in its own search is the best of many and flatters it; the figure to report
 * is that of the outer folds.
 */
@NullMarked
package org.stance4j.tuning;

import org.jspecify.annotations.NullMarked;
