package org.stance4j.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.stance4j.encoder.SentenceEncoder;

/** The embeddings of some texts, each encoded once. */
final class TextVectors {
  private final Map<String, float[]> vectors = new HashMap<>();

  /** Encodes the texts in one go, in the order of their first occurrence. */
  TextVectors(SentenceEncoder encoder, Stream<String> texts) {
    Set<String> different = new LinkedHashSet<>();
    texts.forEach(different::add);
    List<String> once = new ArrayList<>(different);
    float[][] encoded = encoder.encode(once);
    for (int i = 0; i < encoded.length; i++) {
      vectors.put(once.get(i), encoded[i]);
    }
  }

  /** The embedding of one of the texts, not a copy: read only. */
  float[] of(String text) {
    return Objects.requireNonNull(vectors.get(text), text);
  }
}
