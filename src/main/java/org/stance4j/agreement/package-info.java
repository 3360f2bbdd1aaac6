/**
 * Do two annotators agree? {@link org.stance4j.agreement.TwiceLabelled} is an item with what each
 * of them said, {@link org.stance4j.agreement.AgreementStudy} the figures, intervals, parts and
 * differences of many.
 *
 * <p>Start at {@link org.stance4j.agreement.AgreementStudy}. The one trap: items of one document
 * are alike, so intervals resample whole groups, and a holder is compared only where both chose the
 * same side.
 */
@NullMarked
package org.stance4j.agreement;

import org.jspecify.annotations.NullMarked;
