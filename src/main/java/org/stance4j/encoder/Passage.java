package org.stance4j.encoder;

import java.util.List;

/**
 * Consecutive texts that an encoder reads at once, so that each is understood in the light of the
 * others: {@code [CLS] text [SEP] text [SEP] …}.
 *
 * @param texts in their order, at least one
 * @param from the first text whose vectors are wanted; those before it are read as context
 * @param to behind the last text whose vectors are wanted; those from it on are read as context
 */
public record Passage(List<String> texts, int from, int to) {
  public Passage {
    texts = List.copyOf(texts);
    if (from < 0 || from >= to || to > texts.size()) {
      throw new IllegalArgumentException(
          "a passage of "
              + texts.size()
              + " texts cannot want those from "
              + from
              + " to before "
              + to);
    }
  }

  /** A text by itself. */
  public static Passage of(String text) {
    return new Passage(List.of(text), 0, 1);
  }

  /** How many texts are wanted, at least one. */
  public int wanted() {
    return to - from;
  }
}
