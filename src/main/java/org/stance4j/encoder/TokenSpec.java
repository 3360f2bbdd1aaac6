package org.stance4j.encoder;

import java.util.List;

/**
 * Everything that fixes the token vectors of a text, apart from the weights themselves.
 *
 * @param encoder whose tokens they are
 * @param layers layers whose vectors stand side by side, counted from 1, or 0 for what goes into
 *     the first; as the encoder gives them, not scaled
 * @param prefix put in front of every text, as the encoder was trained ({@code "query: "} for E5);
 *     its tokens are tokens of the text
 * @param maxTokens longer texts are cut, special tokens included; in [8, 512]
 */
public record TokenSpec(Encoder encoder, List<Integer> layers, String prefix, int maxTokens) {
  public TokenSpec {
    layers = List.copyOf(layers);
    EncoderSpec.check(encoder, layers, 0, maxTokens);
  }

  /**
   * The same of an encoder that ships.
   *
   * @param encoder name in the {@link EncoderCatalog}
   */
  public TokenSpec(String encoder, List<Integer> layers, String prefix, int maxTokens) {
    this(EncoderCatalog.of(encoder), layers, prefix, maxTokens);
  }

  /** Length of a token's vector: layers times the encoder's hidden size. */
  public int dimension() {
    return layers.size() * encoder.hiddenSize();
  }

  /** One line that tells two specs apart; part of the fingerprint. */
  public String describe() {
    return encoder.id()
        + " layers="
        + EncoderSpec.joined(layers)
        + " tokens prefix='"
        + prefix
        + "' maxTokens="
        + maxTokens;
  }
}
