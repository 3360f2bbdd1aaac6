package org.stance4j.encoder;

/**
 * How a tuned encoder reads texts.
 *
 * @param encoder that was trained, in single precision
 * @param prefix put in front of every text, not of its context
 * @param maxTokens longer texts are cut, special tokens and context included; in [8, 512]
 * @param eightBits whether the encoder's graph in eight bits is served, with the trained weights
 *     rounded to them
 */
public record TunedSpec(Encoder encoder, String prefix, int maxTokens, boolean eightBits) {
  public TunedSpec {
    EncoderSpec.checkTokens(maxTokens);
    if (eightBits && encoder.inEightBits().isEmpty()) {
      throw new IllegalArgumentException("encoder " + encoder.id() + " has no graph in eight bits");
    }
  }

  /** Whose graph is run: the encoder itself, or the same in eight bits. */
  public Encoder served() {
    return eightBits ? encoder.inEightBits().orElseThrow() : encoder;
  }

  /** The same, served in eight bits or not. */
  public TunedSpec inEightBits(boolean wanted) {
    return new TunedSpec(encoder, prefix, maxTokens, wanted);
  }
}
