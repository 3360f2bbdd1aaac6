package org.stance4j.slice;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an English text holds a word that negates: one of a closed list, or one that ends in
 * {@code n't}. Prefixes ({@code unlikely}) and verbs ({@code deny}) are not counted.
 */
final class Negation {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*");

  private static final Set<String> WORDS =
      Set.of(
          "no",
          "not",
          "none",
          "nobody",
          "nothing",
          "nowhere",
          "neither",
          "nor",
          "never",
          "without",
          "cannot",
          "hardly",
          "scarcely",
          "barely");

  private Negation() {}

  /** Whether one of the words occurs, in any case. */
  static boolean in(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      if (WORDS.contains(word) || word.endsWith("n't")) {
        return true;
      }
    }
    return false;
  }
}
