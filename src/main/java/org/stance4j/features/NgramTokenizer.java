package org.stance4j.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.text.TextNormalizer;

/** Cuts a sentence into the n-grams that {@link NgramExtractor} counts. */
final class NgramTokenizer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?|[!?]");

  private final NgramSettings settings;

  NgramTokenizer(NgramSettings settings) {
    this.settings = settings;
  }

  /**
   * All n-grams of a text, repetitions included. Word n-grams start with {@code w:}, character
   * n-grams with {@code c:}; the latter never cross a word's border, which counts as a blank.
   */
  List<String> ngrams(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(TextNormalizer.normalize(text).toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    List<String> ngrams = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + settings.wordMax()); to++) {
        ngrams.add("w:" + String.join(" ", words.subList(from, to)));
      }
      characters(" " + words.get(from) + " ", ngrams);
    }
    return ngrams;
  }

  /** Cuts between code points: half a surrogate pair would not survive being saved as UTF-8. */
  private void characters(String padded, List<String> ngrams) {
    if (settings.charMax() == 0) {
      return;
    }
    int[] points = padded.codePoints().toArray();
    for (int length = settings.charMin(); length <= settings.charMax(); length++) {
      for (int start = 0; start + length <= points.length; start++) {
        ngrams.add("c:" + new String(points, start, length));
      }
    }
  }
}
