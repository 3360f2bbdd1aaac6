package org.stance4j.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Punctuation and typography of a sentence, as named marks. */
final class Marks {
  /** The name of a sentence's end without a full stop, question or exclamation mark. */
  static final String NO_STOP = "no stop at the end";

  private static final String DIGIT = "digit";

  /** The characters of each mark. */
  private static final SortedMap<String, String> CHARACTERS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("curly quote", "\u201C\u201D\u201E\u201F\u00AB\u00BB"),
                  Map.entry("straight quote", "\""),
                  Map.entry("curly apostrophe", "\u2018\u2019\u201A\u201B"),
                  Map.entry("straight apostrophe", "'`"),
                  Map.entry("em dash", "\u2014\u2015"),
                  Map.entry("en dash", "\u2012\u2013"),
                  Map.entry("hyphen", "-\u2010\u2011"),
                  Map.entry("comma", ","),
                  Map.entry("semicolon", ";"),
                  Map.entry("colon", ":"),
                  Map.entry("question mark", "?"),
                  Map.entry("exclamation mark", "!"),
                  Map.entry("bracket", "()[]"),
                  Map.entry("ellipsis", "\u2026"),
                  Map.entry("slash", "/"),
                  Map.entry("percent or currency sign", "%$\u20AC\u00A3"),
                  Map.entry(DIGIT, "0123456789"))));

  /** The names of all marks, sorted. */
  static final List<String> NAMES =
      Stream.concat(CHARACTERS.keySet().stream(), Stream.of(NO_STOP)).sorted().toList();

  private Marks() {}

  /** How often each mark occurs in a text as it stands in the file; absent ones left out. */
  static SortedMap<String, Integer> of(String text) {
    SortedMap<String, Integer> marks = new TreeMap<>();
    CHARACTERS.forEach(
        (name, characters) -> {
          int count = (int) text.chars().filter(c -> characters.indexOf(c) >= 0).count();
          if (count > 0) {
            marks.put(name, count);
          }
        });
    if (!hasStop(text)) {
      marks.put(NO_STOP, 1);
    }
    return Collections.unmodifiableSortedMap(marks);
  }

  /** Whether the last character, closing quotation marks and brackets aside, ends a sentence. */
  private static boolean hasStop(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (".!?\u2026".indexOf(c) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(c) && "\"'\u201D\u2019\u00BB)]".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
