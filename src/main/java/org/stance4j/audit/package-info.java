/**
 * Looks at labelled data before anybody trains on it: rows, duplicates, splits, balance, giveaways,
 * what metadata alone gives away, overlap with other texts, odd characters, and how far the parts
 * of the data differ.
 *
 * <p>Start at {@link org.stance4j.audit.Auditor}, which runs every {@link
 * org.stance4j.audit.AuditCheck} and returns an {@link org.stance4j.audit.Audit}; all limits stand
 * in {@link org.stance4j.audit.AuditThresholds}. The one trap: sentences of one group are alike, so
 * probes are cross-validated by the groups of {@link org.stance4j.corpus.Grouping}, not by those
 * that the data came with; only the check of splits looks at the latter.
 */
@NullMarked
package org.stance4j.audit;

import org.jspecify.annotations.NullMarked;
