package org.stance4j.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stance4j.Sentence;

/**
 * Whether a sentence names what its stance is towards.
 *
 * <p>Where the data name the target, one of the target's words of {@value #LONG_ENOUGH} letters or
 * more must occur as a word, or the whole name if it has none. Where they do not, the target is
 * NATO's engagement in Asia: {@code NATO}, {@code North Atlantic} or {@code the alliance}.
 */
final class TargetName {
  private static final int LONG_ENOUGH = 4;

  private static final Pattern NATO =
      Pattern.compile(
          "\\b(?:NATO|North Atlantic|the (?:\\p{L}+ )?alliance)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private TargetName() {}

  static boolean in(Sentence sentence) {
    if (sentence.target().isBlank()) {
      return NATO.matcher(sentence.text()).find();
    }
    List<String> words = words(sentence.text());
    List<String> name = words(sentence.target());
    List<String> telling = name.stream().filter(word -> word.length() >= LONG_ENOUGH).toList();
    return telling.isEmpty()
        ? String.join(" ", words).contains(String.join(" ", name))
        : telling.stream().anyMatch(words::contains);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
