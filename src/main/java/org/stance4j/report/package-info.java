/**
 * What people and programs read: a {@link org.stance4j.report.Report} is data, a {@link
 * org.stance4j.report.ReportRenderer} turns it into HTML, Markdown or JSON and computes nothing. A
 * {@link org.stance4j.report.PredictionWriter} writes predictions piece by piece.
 *
 * <p>Start at {@link org.stance4j.report.Report}. The one trap: the texts come from strangers. HTML
 * is escaped by the template engine according to context, Markdown by {@link
 * org.stance4j.report.MarkdownRenderer}, and {@link org.stance4j.report.VisibleText} goes over the
 * finished page, so that no control or bidirectional character gets through unseen. CSV alone keeps
 * texts as they are.
 */
@NullMarked
package org.stance4j.report;

import org.jspecify.annotations.NullMarked;
