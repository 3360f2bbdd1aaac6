package org.stance4j.encoder;

import java.util.List;

/**
 * What an encoder makes of one text before any pooling.
 *
 * @param tokens number of tokens, special ones and those of the prefix included
 * @param layers one array [tokens][hidden] for each layer asked for, row by row
 */
record HiddenStates(int tokens, List<float[]> layers) {}
