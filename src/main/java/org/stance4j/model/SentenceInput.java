package org.stance4j.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderText;
import org.stance4j.text.TextNormalizer;

/**
 * What an encoder reads of a sentence: the sentence, and as its context the end of the one before
 * and the beginning of the one after, with a separator between the two. Stateless.
 *
 * @param previousWords words of the sentence before, from its end; 0 for none
 * @param nextWords words of the sentence after, from its beginning; 0 for none
 * @param targetPrefix whether the target's text is put in front of the sentence
 * @param target for sentences that name none; may be empty
 */
public record SentenceInput(int previousWords, int nextWords, boolean targetPrefix, String target) {
  private static final String SEPARATOR = " [SEP] ";

  public SentenceInput {
    if (previousWords < 0 || nextWords < 0) {
      throw new IllegalArgumentException(
          "words of the context must be at least 0, got "
              + previousWords
              + " before and "
              + nextWords
              + " after");
    }
  }

  /** The texts of sentences. */
  public List<EncoderText> of(List<Sentence> sentences) {
    return sentences.stream().map(this::of).toList();
  }

  private EncoderText of(Sentence sentence) {
    String text = TextNormalizer.normalize(sentence.text());
    String own = TextNormalizer.normalize(sentence.target());
    String towards = own.isEmpty() ? target : own;
    return new EncoderText(
        targetPrefix && !towards.isEmpty() ? "target: " + towards + " text: " + text : text,
        context(sentence));
  }

  private String context(Sentence sentence) {
    List<String> before = words(sentence.previous());
    List<String> after = words(sentence.next());
    String previous =
        String.join(" ", before.subList(Math.max(0, before.size() - previousWords), before.size()));
    String next = String.join(" ", after.subList(0, Math.min(nextWords, after.size())));
    return previous.isEmpty() && next.isEmpty() ? "" : previous + SEPARATOR + next;
  }

  private static List<String> words(@Nullable String text) {
    String normal = text == null ? "" : TextNormalizer.normalize(text);
    return normal.isEmpty() ? List.of() : Arrays.asList(normal.split(" "));
  }
}
