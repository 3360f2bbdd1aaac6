/**
 * Sentence to vector: a {@link org.stance4j.features.FeatureExtractor} is fitted on training
 * sentences and then turns any sentence into a {@link org.stance4j.features.FeatureVector}.
 *
 * <p>Start at {@link org.stance4j.features.FeatureExtractor}; {@link
 * org.stance4j.features.NgramSettings} and {@link org.stance4j.features.EmbeddingSettings} say what
 * a vector can be made of, {@link org.stance4j.features.ConcatenatedExtractor} puts several
 * extractors side by side. A state names all that its vectors depend on, and {@link
 * org.stance4j.features.FeatureCodec} refuses one that names more than it knows. The one trap: fit
 * on the training part of a fold only; an extractor that has seen the held-out sentences is a leak.
 */
@NullMarked
package org.stance4j.features;

import org.jspecify.annotations.NullMarked;
