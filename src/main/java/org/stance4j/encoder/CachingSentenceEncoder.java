package org.stance4j.encoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stance4j.provenance.Sha256;

/** Encodes each text once; opens the encoder behind it only when a text is new. */
final class CachingSentenceEncoder implements SentenceEncoder {
  private final int dimension;
  private final String fingerprint;
  private final Supplier<SentenceEncoder> opener;
  private final EmbeddingCache disk;
  private @Nullable SentenceEncoder encoder;
  private @Nullable Map<String, float[]> vectors;
  private boolean closed;

  CachingSentenceEncoder(
      int dimension, String fingerprint, Supplier<SentenceEncoder> opener, EmbeddingCache disk) {
    this.dimension = dimension;
    this.fingerprint = fingerprint;
    this.opener = opener;
    this.disk = disk;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public synchronized float[][] encode(List<String> texts) {
    if (closed) {
      throw new IllegalStateException("the encoder is closed");
    }
    Map<String, float[]> known = vectors == null ? disk.read() : vectors;
    vectors = known;
    Map<String, String> missing = new LinkedHashMap<>();
    List<String> keys = texts.stream().map(CachingSentenceEncoder::key).toList();
    for (int i = 0; i < keys.size(); i++) {
      if (!known.containsKey(keys.get(i))) {
        missing.put(keys.get(i), texts.get(i));
      }
    }
    if (!missing.isEmpty()) {
      Map<String, float[]> grown = new TreeMap<>(known);
      float[][] fresh = encoder().encode(List.copyOf(missing.values()));
      int i = 0;
      for (String key : missing.keySet()) {
        grown.put(key, fresh[i++]);
      }
      disk.write(grown);
      known = grown;
      vectors = grown;
    }
    Map<String, float[]> all = known;
    return keys.stream()
        .map(key -> Objects.requireNonNull(all.get(key)).clone())
        .toArray(float[][]::new);
  }

  private SentenceEncoder encoder() {
    SentenceEncoder open = encoder == null ? opener.get() : encoder;
    encoder = open;
    return open;
  }

  private static String key(String text) {
    return Sha256.ofText(text);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (encoder != null) {
      encoder.close();
      encoder = null;
    }
    vectors = null;
  }
}
