package org.stance4j.encoder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An encoder that remembers the vectors of the texts it met last: the members of an ensemble ask
 * for the same texts one after the other. Safe for use by several threads.
 */
final class RememberingSentenceEncoder implements SentenceEncoder {
  /** Texts remembered: 12 MB of vectors of two layers. */
  static final int MOST_TEXTS = 4_096;

  private final SentenceEncoder encoder;
  private final Map<String, float[]> memory =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > MOST_TEXTS;
        }
      };

  RememberingSentenceEncoder(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public int dimension() {
    return encoder.dimension();
  }

  @Override
  public String fingerprint() {
    return encoder.fingerprint();
  }

  @Override
  public float[][] encode(List<String> texts) {
    Map<String, float[]> known = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    synchronized (memory) {
      for (String text : texts) {
        float[] vector = memory.get(text);
        if (vector == null) {
          unknown.add(text);
        } else {
          known.put(text, vector);
        }
      }
    }
    List<String> wanted = new ArrayList<>(unknown);
    float[][] vectors = wanted.isEmpty() ? new float[0][] : encoder.encode(wanted);
    synchronized (memory) {
      for (int i = 0; i < vectors.length; i++) {
        known.put(wanted.get(i), vectors[i]);
        memory.put(wanted.get(i), vectors[i]);
      }
    }
    // copies, so that nobody writes into the memory
    return texts.stream()
        .map(text -> Objects.requireNonNull(known.get(text)).clone())
        .toArray(float[][]::new);
  }

  @Override
  public void close() {
    encoder.close();
  }
}
