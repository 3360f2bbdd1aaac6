/**
 * Whole models: features and classifier as one, several of them together, calibrated, or one for
 * each target.
 *
 * <p>Every model is made by a {@link org.stance4j.model.ModelTrainer} and can write itself as
 * files; {@link org.stance4j.model.ModelFiles} reads them again. Models nest: the files of a part
 * begin with the part's name.
 */
@NullMarked
package org.stance4j.model;

import org.jspecify.annotations.NullMarked;
