/**
 * What every package that writes files needs: a check of a folder before long work, the move that
 * puts a finished file in its place, and failures in words.
 *
 * <p>Start at {@link org.stance4j.files.WritableFolder}. The one trap: a check tells of now; the
 * later write can still fail and must say so itself.
 */
@NullMarked
package org.stance4j.files;

import org.jspecify.annotations.NullMarked;
