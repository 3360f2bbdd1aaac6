/**
 * How good a model is and how sure one may be of it: {@link org.stance4j.evaluation.GroupKFold}
 * splits, {@link org.stance4j.evaluation.CrossValidation} collects out-of-fold predictions as
 * {@link org.stance4j.evaluation.ScoredExample}s, {@link org.stance4j.evaluation.Evaluator} turns
 * those into an {@link org.stance4j.evaluation.Evaluation}, and {@link
 * org.stance4j.evaluation.ModelComparison} sets several models side by side. {@link
 * org.stance4j.evaluation.GroupSplit} makes training, validation and test; {@link
 * org.stance4j.evaluation.AgreementTable} counts what two annotators said. {@link
 * org.stance4j.evaluation.ProbabilityScores} judges probabilities, {@link
 * org.stance4j.evaluation.PriorShift} adapts them to the class shares of an unlabelled text. {@link
 * org.stance4j.evaluation.Slicer}s say what parts get figures of their own, {@link
 * org.stance4j.evaluation.Gate} what is demanded of a model.
 *
 * <p>Start at {@link org.stance4j.evaluation.Evaluator}. The one trap: sentences of one document
 * are alike, so the group, not the sentence, is the unit of every split, resample and permutation;
 * an interval from {@code n} sentences of five documents rests on five observations.
 */
@NullMarked
package org.stance4j.evaluation;

import org.jspecify.annotations.NullMarked;
