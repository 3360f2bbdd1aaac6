package org.stance4j.features;

import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.SentenceEncoder;

/**
 * An open encoder and what it is. Whoever opened the encoder closes it.
 *
 * @param spec what the encoder was opened as
 * @param encoder texts to vectors
 */
public record TextEmbedder(EncoderSpec spec, SentenceEncoder encoder) {}
