package org.stance4j.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stance4j.Example;
import org.stance4j.text.TextNormalizer;

/**
 * A labelled sentence and its words.
 *
 * @param example the sentence, in the group that no fold may split
 * @param words lower-case words in order, without punctuation; apostrophes inside words kept
 */
record Row(Example example, List<String> words) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:'[\\p{L}\\p{M}\\p{N}]+)*");

  Row {
    words = List.copyOf(words);
  }

  static Row of(Example example) {
    return new Row(example, words(example.sentence().text()));
  }

  static List<Row> of(List<Example> examples) {
    return examples.stream().map(Row::of).toList();
  }

  /** The words of a text. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(TextNormalizer.normalize(text).toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
