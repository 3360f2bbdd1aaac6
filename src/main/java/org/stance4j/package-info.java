/**
 * The nouns of stance classification, free of any third-party type: a {@link org.stance4j.Document}
 * holds {@link org.stance4j.Sentence}s, an {@link org.stance4j.Example} is a labelled sentence, a
 * {@link org.stance4j.Dataset} is a list of them, a {@link org.stance4j.StanceTrainer} turns it
 * into a {@link org.stance4j.StanceModel}, and that makes {@link org.stance4j.Prediction}s.
 *
 * <p>Start at {@link org.stance4j.StanceModel}. The one trap: offsets inside the JVM are UTF-16
 * code units ({@link org.stance4j.TextSpan}); in every file they are Unicode code points.
 */
@NullMarked
package org.stance4j;

import org.jspecify.annotations.NullMarked;
