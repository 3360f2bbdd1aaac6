package org.stance4j.tuning;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.recipe.Recipe;

/**
 * A recipe to be tried.
 *
 * @param number of the candidate in its search, from 1
 * @param family name of the template that it was drawn from, or its own name if it was given
 * @param given whether a user named it; such a candidate is measured on all of the data whatever
 *     its score on less
 * @param recipe complete, with the seed of the search
 * @param choices options taken, by key; empty for a recipe that was given
 */
record Candidate(
    int number, String family, boolean given, Recipe recipe, SortedMap<String, String> choices) {
  Candidate {
    choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
  }
}
