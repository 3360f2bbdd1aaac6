/**
 * Which labels are likely wrong? Confident learning on out-of-fold probabilities: {@link
 * org.stance4j.noise.ConfidentJoint} counts given against likely labels, {@link
 * org.stance4j.noise.ConfidentLearning} estimates the share of wrong labels and ranks the
 * suspicious ones as {@link org.stance4j.noise.LabelIssue}s.
 *
 * <p>Start at {@link org.stance4j.noise.ConfidentLearning}. The one trap: the probabilities must
 * come from models that have not seen the sentence's group, and a weak model takes hard sentences
 * for wrong labels; nothing here is a verdict.
 */
@NullMarked
package org.stance4j.noise;

import org.jspecify.annotations.NullMarked;
