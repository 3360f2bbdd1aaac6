package org.stance4j.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.TextSpan;
import org.stance4j.text.TextNormalizer;

/** Finds the words of a text. Stateless. */
final class SentenceWords {
  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
  private static final String APOSTROPHE = "'\u2018\u2019\u201B\u02BC\u2032`";

  /** Abbreviations, words with hyphens and apostrophes inside, numbers, and marks that exclaim. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{L}\\.){2,}|"
              + LETTER
              + "+(?:["
              + APOSTROPHE
              + "\u2010\u2011-]"
              + LETTER
              + "+|(?<=\\p{N})[.,]\\p{N}+)*|[!?]");

  /** What may belong to a token of the n-grams, with what normalising leaves out. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}\\p{Cf}]+(?:[" + APOSTROPHE + "][\\p{L}\\p{M}\\p{Cf}]+)?|[!?]");

  private SentenceWords() {}

  /** The words as readers see them, in reading order. */
  static List<TextSpan> of(String text) {
    return spans(WORD, text);
  }

  /**
   * Where the words that a model read stand in a text.
   *
   * @param tokens normalised and in lower case, as {@link org.stance4j.features.NgramVector#words}
   * @return one place each; empty where the text does not hold them in this order
   */
  static Optional<List<TextSpan>> find(List<String> tokens, String text) {
    List<TextSpan> spans = spans(TOKEN, text);
    if (spans.size() != tokens.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < spans.size(); i++) {
      String token = TextNormalizer.normalize(cut(text, spans.get(i)));
      if (!token.equalsIgnoreCase(tokens.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(spans);
  }

  /** The text without a word and the blank before it; an ellipsis where nothing else is left. */
  static String without(TextSpan word, String text) {
    int start = word.start();
    boolean blankBefore = start > 0 && Character.isWhitespace(text.charAt(start - 1));
    boolean letterAfter =
        word.end() < text.length() && Character.isLetterOrDigit(text.charAt(word.end()));
    String rest =
        text.substring(0, blankBefore && !letterAfter ? start - 1 : start)
            + text.substring(word.end());
    return rest.isBlank() ? "…" : rest;
  }

  static String cut(String text, TextSpan span) {
    return text.substring(span.start(), span.end());
  }

  private static List<TextSpan> spans(Pattern pattern, String text) {
    List<TextSpan> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      spans.add(new TextSpan(matcher.start(), matcher.end()));
    }
    return spans;
  }
}
