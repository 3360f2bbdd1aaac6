/**
 * Named arrays of numbers and the one file format in which models are kept: {@link
 * org.stance4j.tensor.TensorBundle} in memory, {@link org.stance4j.tensor.SafeTensors} on disk.
 *
 * <p>Start at {@link org.stance4j.tensor.TensorBundle}. The one trap: half-precision tensors widen
 * on reading, so write a model first and evaluate what was read back.
 */
@NullMarked
package org.stance4j.tensor;

import org.jspecify.annotations.NullMarked;
