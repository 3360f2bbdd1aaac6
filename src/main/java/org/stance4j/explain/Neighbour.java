package org.stance4j.explain;

import org.stance4j.Example;

/**
 * A training sentence near to another sentence.
 *
 * @param example the training sentence with its label
 * @param similarity cosine of the two embeddings, in [−1, 1]
 */
public record Neighbour(Example example, double similarity) {}
