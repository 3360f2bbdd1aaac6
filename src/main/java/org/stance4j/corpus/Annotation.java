package org.stance4j.corpus;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stance4j.Holder;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

/**
 * A label that stands off from its text: it names a place in a document and the hash of what stands
 * there.
 *
 * @param line line of the annotation file, from 1
 * @param document file name of the document
 * @param start first Unicode code point of the sentence, at least 0
 * @param end one past the last code point, greater than {@code start}
 * @param kind body, title or page furniture
 * @param stance the gold label
 * @param holder who holds the stance; {@code null} where unknown or neutral
 * @param sha256 hash of the sentence's UTF-8 bytes, 64 lower-case hexadecimal digits
 * @param attributes further columns, sorted by name
 */
public record Annotation(
    long line,
    String document,
    int start,
    int end,
    SentenceKind kind,
    Stance stance,
    @Nullable Holder holder,
    String sha256,
    SortedMap<String, String> attributes) {
  public Annotation {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "code points must satisfy 0 <= start < end, got [" + start + ", " + end + ")");
    }
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}
