/**
 * Vector to probabilities. A {@link org.stance4j.classifier.ClassifierTrainer} learns from labelled
 * vectors; the {@link org.stance4j.classifier.Classifier} it makes is a small table of numbers that
 * scores in plain Java. The engines (Tribuo, Deeplearning4j) are needed for training alone, in
 * packages of their own.
 *
 * <p>Start at {@link org.stance4j.classifier.Classifier}. The one trap: the scores must equal those
 * of the engine that trained; the parity tests of each engine see to it.
 */
@NullMarked
package org.stance4j.classifier;

import org.jspecify.annotations.NullMarked;
