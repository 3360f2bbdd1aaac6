/**
 * Text to embedding: {@link org.stance4j.encoder.SentenceEncoder} turns sentences into vectors of
 * fixed length, {@link org.stance4j.encoder.TokenEncoder} into one vector for each token, from an
 * ONNX graph that ships inside a Maven jar or is a file of the user. The only importer of ONNX
 * Runtime and of the tokenizer.
 *
 * <p>Start at {@link org.stance4j.encoder.Encoders}. The one trap: int8 graphs quantise per batch,
 * so the vector of a text depends on its company; every text is therefore run on its own.
 */
@NullMarked
package org.stance4j.encoder;

import org.jspecify.annotations.NullMarked;
