/**
 * Classifiers trained by Deeplearning4j: a multilayer perceptron on dense vectors, a convolution
 * and self-attention on tokens. Deeplearning4j and ND4J are imported here only, and load when a
 * training starts, not before.
 *
 * <p>Start at {@link org.stance4j.classifier.dl4j.MlpTrainer}. The one trap: results are the same
 * bit for bit only with one thread count and one OpenBLAS kernel; the launcher fixes the kernel,
 * the trainer the threads.
 */
@NullMarked
package org.stance4j.classifier.dl4j;

import org.jspecify.annotations.NullMarked;
