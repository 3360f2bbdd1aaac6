package org.stance4j.encoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Encodes each text once and keeps its tokens until closed, since a cross-validation asks for every
 * text several times. The encoder behind it opens on another thread.
 *
 * <p>What is kept is bounded: texts that do not fit any more are encoded each time, with the same
 * result.
 */
final class RememberingTokenEncoder implements TokenEncoder {
  private static final long MOST_BYTES = 1L << 30;

  private final int dimension;
  private final String fingerprint;
  private final Opening<TokenEncoder> encoder;
  private final long limit;
  private final Map<String, TokenVectors> texts = new HashMap<>();
  private final Map<Passage, TokenVectors> passages = new HashMap<>();
  private long keptBytes;

  /**
   * An encoder that remembers.
   *
   * @param limit how many bytes of token vectors are kept at most
   */
  RememberingTokenEncoder(
      int dimension, String fingerprint, Supplier<TokenEncoder> opener, long limit) {
    this.dimension = dimension;
    this.fingerprint = fingerprint;
    this.encoder = new Opening<>(opener, TokenEncoder::close);
    this.limit = limit;
  }

  /** 1 GiB, or a quarter of the heap where that is less. */
  static long usualLimit() {
    return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4);
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
  public synchronized List<TokenVectors> encode(List<String> asked) {
    return encode(asked, texts, TokenEncoder::encode);
  }

  @Override
  public synchronized List<TokenVectors> encodePassages(List<Passage> asked) {
    return encode(asked, passages, TokenEncoder::encodePassages);
  }

  private <K> List<TokenVectors> encode(
      List<K> asked,
      Map<K, TokenVectors> kept,
      BiFunction<TokenEncoder, List<K>, List<TokenVectors>> encoding) {
    encoder.requireOpen();
    Map<K, TokenVectors> fresh = new LinkedHashMap<>();
    List<K> missing = asked.stream().distinct().filter(key -> !kept.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      List<TokenVectors> vectors = encoding.apply(encoder.get(), missing);
      for (int i = 0; i < vectors.size(); i++) {
        fresh.put(missing.get(i), vectors.get(i));
      }
    }
    List<TokenVectors> result = new ArrayList<>(asked.size());
    for (K key : asked) {
      TokenVectors known = kept.get(key);
      result.add(known == null ? Objects.requireNonNull(fresh.get(key)) : known);
    }
    fresh.forEach(
        (key, vectors) -> {
          if (keptBytes + vectors.bytes() <= limit) {
            keptBytes += vectors.bytes();
            kept.put(key, vectors);
          }
        });
    return result;
  }

  @Override
  public synchronized void close() {
    encoder.close();
    texts.clear();
    passages.clear();
    keptBytes = 0;
  }
}
