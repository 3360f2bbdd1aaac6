package org.stance4j;

import java.util.List;

/**
 * A text and its sentences in reading order.
 *
 * @param id name of the document, unique within a dataset or a run
 * @param text the original text; the spans of the sentences point into it
 * @param sentences in reading order, without overlap
 */
public record Document(String id, String text, List<Sentence> sentences) {
  public Document {
    sentences = List.copyOf(sentences);
    int end = 0;
    for (Sentence sentence : sentences) {
      TextSpan span = sentence.span();
      if (span.start() < end || span.end() > text.length()) {
        throw new IllegalArgumentException(
            "document "
                + id
                + ": sentence at ["
                + span.start()
                + ", "
                + span.end()
                + ") overlaps its predecessor or leaves the text of length "
                + text.length());
      }
      end = span.end();
    }
  }
}
