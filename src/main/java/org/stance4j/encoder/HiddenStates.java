package org.stance4j.encoder;

import java.util.List;

/**
 * What an encoder makes of one text before any pooling.
 *
 * @param tokens number of tokens, special ones, those of the prefix and of the context included
 * @param own how many of them, from the first, are the text's and not its context's
 * @param layers one array [tokens][hidden] for each layer asked for, row by row
 */
record HiddenStates(int tokens, int own, List<float[]> layers) {}
