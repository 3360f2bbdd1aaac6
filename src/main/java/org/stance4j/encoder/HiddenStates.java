package org.stance4j.encoder;

import java.util.List;

/**
 * What an encoder makes of one text before any pooling.
 *
 * @param tokens number of tokens, special ones, those of the prefix and of the context included
 * @param wanted where the texts stand whose vectors are wanted
 * @param layers one array [tokens][hidden] for each layer asked for, row by row
 */
record HiddenStates(int tokens, List<TokenSpan> wanted, List<float[]> layers) {}
