/**
 * Classifiers trained by Tribuo and the engines that it wraps: logistic regression and a linear
 * support vector machine through LibLinear, a radial support vector machine through LibSVM, boosted
 * trees through XGBoost. The only importer of {@code org.tribuo} and of the engines behind it.
 *
 * <p>Start at {@link org.stance4j.classifier.tribuo.TribuoLinearTrainer}. The one trap: a Tribuo
 * trainer keeps its random state between calls, so each training makes a fresh one; and Tribuo's
 * own model files hold Java-serialised objects, so only the learnt numbers leave this package.
 */
@NullMarked
package org.stance4j.classifier.tribuo;

import org.jspecify.annotations.NullMarked;
