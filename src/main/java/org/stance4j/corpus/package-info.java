/**
 * Files to {@link org.stance4j.Dataset}s: strict CSV, label names, stand-off labels joined with
 * their documents, groups that no split may part, and counts.
 *
 * <p>Start at {@link org.stance4j.corpus.LabelledCsvReader} for any labelled CSV and at {@link
 * org.stance4j.corpus.DatasetFolder} for a folder under {@code datasets/}. The one trap: offsets in
 * the files count Unicode code points, those of {@link org.stance4j.TextSpan} UTF-16 code units;
 * {@link org.stance4j.corpus.Hydrator} converts. Only this package knows OpenCSV.
 */
@NullMarked
package org.stance4j.corpus;

import org.jspecify.annotations.NullMarked;
