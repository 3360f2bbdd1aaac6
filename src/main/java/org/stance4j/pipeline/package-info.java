/**
 * The composition root: recipes, trainers and models put together from the packages below.
 *
 * <p>Start at {@link org.stance4j.pipeline.TrainPipeline}. The one trap: baselines are trained on
 * the same folds as the model that they are compared with; never compare figures of different
 * folds.
 */
@NullMarked
package org.stance4j.pipeline;

import org.jspecify.annotations.NullMarked;
