package org.stance4j.encoder;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that fixes the vector of a text, apart from the weights themselves.
 *
 * @param encoder name in the {@link EncoderCatalog}
 * @param layers layers whose pooled vectors are concatenated, counted from 1; each is scaled to
 *     unit length first
 * @param pooling how token vectors become one
 * @param prefix put in front of every text, as the encoder was trained ({@code "query: "} for E5)
 * @param maxTokens longer texts are cut, special tokens included; in [8, 512]
 */
public record EncoderSpec(
    String encoder, List<Integer> layers, Pooling pooling, String prefix, int maxTokens) {
  /** Token limit of BERT-style encoders. */
  public static final int TOKEN_LIMIT = 512;

  public EncoderSpec {
    layers = List.copyOf(layers);
    check(EncoderCatalog.of(encoder), layers, 1, maxTokens);
  }

  /**
   * Refuses layers that the encoder does not have and limits that it cannot keep.
   *
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  static void check(Encoder encoder, List<Integer> layers, int lowest, int maxTokens) {
    int deepest = encoder.layers();
    if (layers.isEmpty() || layers.stream().distinct().count() != layers.size()) {
      throw new IllegalArgumentException(
          "layers must be one or more different numbers, got " + layers);
    }
    for (int layer : layers) {
      if (layer < lowest || layer > deepest) {
        throw new IllegalArgumentException(
            "encoder "
                + encoder.id()
                + " has layers "
                + lowest
                + " to "
                + deepest
                + ", not "
                + layer);
      }
    }
    checkTokens(maxTokens);
  }

  /** Refuses a limit that the encoders cannot keep. */
  static void checkTokens(int maxTokens) {
    if (maxTokens < 8 || maxTokens > TOKEN_LIMIT) {
      throw new IllegalArgumentException(
          "maxTokens must be in [8, " + TOKEN_LIMIT + "], got " + maxTokens);
    }
  }

  /** One line that tells two specs apart; part of the cache key. */
  public String describe() {
    return encoder
        + " layers="
        + joined(layers)
        + " pooling="
        + pooling.label()
        + " prefix='"
        + prefix
        + "' maxTokens="
        + maxTokens;
  }

  /** Encoder and layers for readers, such as {@code e5-small-v2-int8, layers 8+12}. */
  public String title() {
    return encoder + (layers.size() == 1 ? ", layer " : ", layers ") + joined(layers);
  }

  /** Layers as text, such as {@code 8+12}. */
  static String joined(List<Integer> layers) {
    return layers.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }
}
