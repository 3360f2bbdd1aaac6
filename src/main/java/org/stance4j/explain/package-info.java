/**
 * Why a model answers as it does, and where it errs: the words that pull towards each stance, the
 * training sentences that are nearest, the errors that are worth looking at.
 *
 * <p>Start at {@link org.stance4j.explain.Explainer}. The one trap: a pull tells what the model
 * does, not what is true of the language; by occlusion, words that say the same hide each other.
 */
@NullMarked
package org.stance4j.explain;

import org.jspecify.annotations.NullMarked;
