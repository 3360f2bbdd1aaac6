package org.stance4j.model;

import java.util.List;
import org.stance4j.encoder.Passage;

/**
 * Sentences that an encoder reads at once.
 *
 * @param passage their texts, and what stands around them
 * @param rows of each wanted text, where its sentence stands among those that were asked for
 */
public record SentencePassage(Passage passage, List<Integer> rows) {
  public SentencePassage {
    rows = List.copyOf(rows);
    if (rows.size() != passage.wanted()) {
      throw new IllegalArgumentException(
          "a passage with " + passage.wanted() + " wanted texts needs as many rows, got " + rows);
    }
  }
}
