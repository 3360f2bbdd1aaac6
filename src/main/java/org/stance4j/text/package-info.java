/**
 * Article bytes to {@link org.stance4j.Document}: decoding, one block reader per format, sentence
 * boundaries, and which sentences are page furniture.
 *
 * <p>Start at {@link org.stance4j.text.ArticleReader}. The one trap: the spans of an HTML or
 * Markdown document point into its source, so the substring at a span holds tags and entities that
 * the sentence's text does not.
 *
 * <p>The only package that imports jsoup, commonmark and OpenNLP.
 */
@NullMarked
package org.stance4j.text;

import org.jspecify.annotations.NullMarked;
