package org.stance4j.encoder;

/**
 * How a tuned encoder reads texts.
 *
 * @param encoder that was trained
 * @param prefix put in front of every text, not of its context
 * @param maxTokens longer texts are cut, special tokens and context included; in [8, 512]
 */
public record TunedSpec(Encoder encoder, String prefix, int maxTokens) {
  public TunedSpec {
    EncoderSpec.checkTokens(maxTokens);
  }
}
