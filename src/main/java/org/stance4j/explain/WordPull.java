package org.stance4j.explain;

import org.stance4j.TextSpan;

/**
 * A word of a sentence and how far it moves the model.
 *
 * @param word as it stands in the text
 * @param span place in {@link Explanation#text}
 * @param pull towards each stance
 */
public record WordPull(String word, TextSpan span, Pull pull) {}
