/**
 * What made a result: hashes of files and datasets, and the environment that a run took place in.
 *
 * <p>Start at {@link org.stance4j.provenance.DatasetFingerprint}. The one trap: a fingerprint
 * depends on the order of the examples and on their groups, so it is taken after grouping.
 */
@NullMarked
package org.stance4j.provenance;

import org.jspecify.annotations.NullMarked;
