/**
 * Which part of the data a sentence belongs to: {@link org.stance4j.slice.StandardSlices} are those
 * that every evaluation tells of, {@link org.stance4j.slice.UserSlice} reads what a user asks for.
 *
 * <p>Start at {@link org.stance4j.slice.UserSlice}, which documents the language of conditions. The
 * one trap: {@code negation} and {@code quotation} go by lists of words and marks, not by grammar,
 * so they say what a text looks like and not what it means.
 */
@NullMarked
package org.stance4j.slice;

import org.jspecify.annotations.NullMarked;
