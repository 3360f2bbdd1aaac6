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

  /** The words of a text in lower case. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(TextNormalizer.normalize(text).toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /**
   * The n-grams that a word has wherever it stands: itself, starting with {@code w:}, and its
   * character n-grams, starting with {@code c:}. The latter never cross the word's border, which
   * counts as a blank. Repetitions included.
   */
  List<String> ngramsOfWord(String word) {
    List<String> ngrams = new ArrayList<>();
    ngrams.add("w:" + word);
    if (settings.charMax() > 0) {
      // between code points: half a surrogate pair would not survive being saved as UTF-8
      int[] points = (" " + word + " ").codePoints().toArray();
      for (int length = settings.charMin(); length <= settings.charMax(); length++) {
        for (int start = 0; start + length <= points.length; start++) {
          ngrams.add("c:" + new String(points, start, length));
        }
      }
    }
    return ngrams;
  }

  /** The n-grams of two words and more, starting with {@code w:}, repetitions included. */
  List<String> ngramsOfSeveral(List<String> words) {
    List<String> ngrams = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder ngram = new StringBuilder("w:").append(words.get(from));
      int end = Math.min(words.size(), from + settings.wordMax());
      for (int to = from + 1; to < end; to++) {
        ngrams.add(ngram.append(' ').append(words.get(to)).toString());
      }
    }
    return ngrams;
  }
}
