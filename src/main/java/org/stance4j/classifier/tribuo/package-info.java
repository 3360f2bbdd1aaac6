/**
 * Classifiers trained by Tribuo and the solvers behind it: logistic regression and a linear support
 * vector machine by LibLinear, a radial support vector machine by LibSVM. The only importer of
 * {@code org.tribuo} and of the two solvers.
 *
 * <p>Start at {@link org.stance4j.classifier.tribuo.TribuoLinearTrainer}. The one trap: a Tribuo
 * trainer keeps its random state between calls, so each training makes a fresh one; and Tribuo's
 * own model files hold Java-serialised objects, so only the learnt numbers leave this package.
 */
@NullMarked
package org.stance4j.classifier.tribuo;

import org.jspecify.annotations.NullMarked;
