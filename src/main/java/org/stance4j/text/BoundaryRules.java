package org.stance4j.text;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is certain about sentence boundaries in English newspaper text, whatever a model says.
 *
 * <p>Learnt from where the model errs: initials, titles before names, quotation marks behind the
 * full stop, sentences that end in a quotation. Positions are one past a sentence's last character.
 */
final class BoundaryRules {
  /** Before a name or a number: never the end of a sentence. */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "adm", "amb", "brig", "capt", "cf", "cmdr", "col", "dr", "e.g", "eds", "fig", "fr", "gen",
          "gov", "hon", "i.e", "lt", "maj", "messrs", "mme", "mr", "mrs", "ms", "mt", "no", "nos",
          "pres", "prof", "rep", "reps", "rev", "sec", "sen", "sens", "sgt", "st", "viz", "vol",
          "vs");

  /** May end a sentence or stand inside one. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "al", "approx", "apr", "art", "aug", "bros", "co", "corp", "dec", "dept", "ed", "est",
          "etc", "feb", "inc", "jan", "jr", "jul", "jun", "ltd", "mar", "nov", "oct", "p", "pp",
          "ret", "sep", "sept", "sr", "univ");

  /** Words that begin sentences but hardly ever names. */
  private static final Set<String> STARTERS =
      Set.of(
          "a",
          "after",
          "all",
          "although",
          "an",
          "and",
          "another",
          "any",
          "as",
          "at",
          "because",
          "before",
          "both",
          "but",
          "by",
          "critics",
          "despite",
          "during",
          "each",
          "even",
          "every",
          "few",
          "finally",
          "first",
          "for",
          "from",
          "furthermore",
          "given",
          "he",
          "her",
          "here",
          "his",
          "how",
          "however",
          "i",
          "if",
          "in",
          "indeed",
          "instead",
          "it",
          "its",
          "last",
          "many",
          "meanwhile",
          "moreover",
          "most",
          "nevertheless",
          "no",
          "none",
          "nor",
          "not",
          "now",
          "of",
          "on",
          "once",
          "one",
          "only",
          "or",
          "other",
          "others",
          "our",
          "rather",
          "several",
          "she",
          "since",
          "so",
          "some",
          "still",
          "such",
          "that",
          "the",
          "their",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "though",
          "thus",
          "to",
          "today",
          "under",
          "unless",
          "until",
          "we",
          "what",
          "when",
          "where",
          "whether",
          "which",
          "while",
          "who",
          "why",
          "with",
          "without",
          "yet",
          "you");

  /** Words of {@link #STARTERS} that names of offices and units begin with: 'U.S. First Army'. */
  private static final Set<String> IN_NAMES = Set.of("all", "first", "last", "no", "one", "under");

  /** Stand for states and bodies: they end sentences as often as they stand inside one. */
  private static final Set<String> ACRONYMS = Set.of("d.c", "e.u", "u.k", "u.n", "u.s", "u.s.a");

  /** What follows a quoted question up to its speaker's verb: "Why now?" the minister asked. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "\\s+(?:[\\p{L}'\u2019-]{1,30} ){1,7}(?:ask(?:s|ed)|wonder(?:s|ed)|sa(?:ys|id)|exclaim(?:s|ed)|demand(?:s|ed)|wr(?:ites|ote))"
              + "(?! that\\b)[ .,]");

  private BoundaryRules() {}

  /** Where a sentence surely ends inside {@code text}. */
  static SortedSet<Integer> certainEnds(String text) {
    SortedSet<Integer> ends = new TreeSet<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Characters.isTerminal(c)) {
        continue;
      }
      int end = withClosers(text, i + 1);
      if (end < text.length() && isCertain(text, i, end)) {
        ends.add(end);
      }
      i = end - 1;
    }
    return ends;
  }

  private static boolean isCertain(String text, int terminal, int end) {
    char c = text.charAt(terminal);
    if (Characters.isForeignTerminal(c)) {
      return (c != '\u061F' && c != '\u06D4') || Characters.isSpace(text.charAt(end));
    }
    // dots of omission may stand anywhere: that is for the model to weigh
    boolean omission = c == '\u2026' || text.startsWith("..", terminal);
    if (omission || !isPossible(text, end)) {
      return false;
    }
    String word = wordBefore(text, terminal);
    if (isKnownAcronym(word)) {
      String next = wordAfter(text, end).toLowerCase(Locale.ROOT);
      return STARTERS.contains(next) && !IN_NAMES.contains(next);
    }
    // a plain word of some length, or a closing quotation mark, before the full stop
    return end > terminal + 1
        ? Character.isUpperCase(firstLetter(text, end)) && !isAbbreviation(word)
        : word.length() > 1
            && !isAbbreviation(word)
            && word.chars().allMatch(Character::isLetter)
            && Character.isUpperCase(firstLetter(text, end));
  }

  /** Whether a sentence may end at {@code end}, with something left behind it. */
  static boolean isPossible(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    int terminal = end - 1;
    while (terminal > 0 && Characters.isCloser(text.charAt(terminal))) {
      terminal--;
    }
    char c = text.charAt(terminal);
    if (!Characters.isTerminal(c)) {
      // the model ends 'end.Next' behind 'Next'
      return false;
    }
    if (Characters.isForeignTerminal(c)) {
      return true;
    }
    int next = firstLetter(text, end);
    if (Character.isLowerCase(next)) {
      return false;
    }
    String word = wordBefore(text, terminal);
    if (!Characters.isSpace(text.charAt(end))) {
      return isMissingSpace(text, word, end, next);
    }
    if (end > terminal + 1) {
      return c == '.' || !ATTRIBUTION.matcher(text).region(end, text.length()).lookingAt();
    }
    return c != '.' || mayEndIn(word, text, terminal, end);
  }

  /** Moves {@code end} behind the quotation marks and brackets that close there. */
  static int withClosers(String text, int end) {
    int at = end;
    while (at < text.length()
        && (Characters.isCloser(text.charAt(at)) || Characters.isTerminal(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** Whether [from, end) is only the number of a list item, such as '3.' or '(b)'. */
  static boolean isOrdinal(String text, int from, int end) {
    String item = text.substring(from, Math.min(end, from + 8)).strip();
    return end - from <= 7 && item.matches("\\(?(?:\\d{1,3}|\\p{L}|[ivxIVX]{1,4})[.)]{1,2}");
  }

  private static boolean mayEndIn(String word, String text, int terminal, int end) {
    String key = word.toLowerCase(Locale.ROOT);
    if (BEFORE_NAMES.contains(key)) {
      return key.equals("no") && !Character.isDigit(firstLetter(text, end));
    }
    String next = wordAfter(text, end);
    boolean starter = STARTERS.contains(next.toLowerCase(Locale.ROOT));
    if (isInitials(word)) {
      return isKnownAcronym(word)
          ? starter && !IN_NAMES.contains(next.toLowerCase(Locale.ROOT))
          : starter || !followsName(text, terminal - word.length());
    }
    return !ABBREVIATIONS.contains(key) || starter || (next.length() > 1 && key.equals("etc"));
  }

  private static boolean isKnownAcronym(String word) {
    return ACRONYMS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** 'J', 'D.J', 'U.S': capitals with full stops between them, the last one cut off. */
  private static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean right = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
      if (!right) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  private static boolean isAbbreviation(String word) {
    String key = word.toLowerCase(Locale.ROOT);
    return isInitials(word) || BEFORE_NAMES.contains(key) || ABBREVIATIONS.contains(key);
  }

  /** Whether the word before {@code at} begins with a capital, or there is none: 'James D.J.' */
  private static boolean followsName(String text, int at) {
    int end = at;
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    String before = wordBefore(text, end);
    return before.isEmpty() || Character.isUpperCase(before.codePointAt(0));
  }

  /** 'ended.The': a plain word before, and behind it a word that no address goes on with. */
  private static boolean isMissingSpace(String text, String word, int end, int next) {
    String after = wordAfter(text, end);
    return word.length() > 1
        && word.chars().allMatch(Character::isLowerCase)
        && Character.isUpperCase(next)
        && STARTERS.contains(after.toLowerCase(Locale.ROOT));
  }

  /**
   * The word that ends at {@code end}, without the punctuation before it; at most 40 characters.
   */
  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - 40) && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '@' || c == '_';
  }

  /** The next word behind {@code from}; at most 40 characters. */
  private static String wordAfter(String text, int from) {
    int start = skipOpeners(text, from);
    int end = start;
    while (end < Math.min(text.length(), start + 40) && isWordPart(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, end);
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }

  /** The first code point behind {@code from} that is neither space nor an opening mark, else 0. */
  private static int firstLetter(String text, int from) {
    int at = skipOpeners(text, from);
    return at < text.length() ? text.codePointAt(at) : 0;
  }

  private static int skipOpeners(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Characters.isSpace(text.charAt(at)) || Characters.isOpener(text.charAt(at)))) {
      at++;
    }
    return at;
  }
}
