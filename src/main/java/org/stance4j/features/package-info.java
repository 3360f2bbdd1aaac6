/**
 * Sentence to vector: a {@link org.stance4j.features.FeatureExtractor} is fitted on training
 * sentences and then turns any sentence into a {@link org.stance4j.features.FeatureVector}.
 *
 * <p>Start at {@link org.stance4j.features.FeatureExtractor}. The one trap: fit on the training
 * part of a fold only; an extractor that has seen the held-out sentences is a leak.
 */
@NullMarked
package org.stance4j.features;

import org.jspecify.annotations.NullMarked;
