/**
 * What a model can do, tested one capability at a time, after M. T. Ribeiro, T. Wu, C. Guestrin and
 * S. Singh, "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList", ACL 2020.
 *
 * <p>A {@link org.stance4j.behaviour.BehaviourSuite} is a list of {@linkplain
 * org.stance4j.behaviour.BehaviourTest tests}, each of one capability and one {@linkplain
 * org.stance4j.behaviour.TestKind kind}: a sentence with its expected stance, or a sentence and an
 * edit of it with what the edit may change. {@link org.stance4j.behaviour.BehaviourSuiteReader}
 * reads it from CSV; {@link org.stance4j.behaviour.BehaviourRun#of} asks any model and counts
 * failures.
 *
 * <p>Start at {@link org.stance4j.behaviour.BehaviourRun}. The one trap: a model that always says
 * the same passes every invariance test, so these mean something only beside minimum functionality.
 */
@NullMarked
package org.stance4j.behaviour;

import org.jspecify.annotations.NullMarked;
