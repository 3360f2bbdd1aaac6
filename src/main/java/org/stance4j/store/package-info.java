/**
 * Versioned model folders: {@code <root>/<name>/<version>/} with a manifest that names every file
 * and its SHA-256. Knows files and hashes, not classifiers.
 *
 * <p>Start at {@link org.stance4j.store.ModelStore}. The one trap: a version is never overwritten;
 * to change a model, publish the next version.
 */
@NullMarked
package org.stance4j.store;

import org.jspecify.annotations.NullMarked;
