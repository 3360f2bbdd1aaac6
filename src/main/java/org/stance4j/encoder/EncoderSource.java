package org.stance4j.encoder;

/** Where those who need encoders get them; whoever opens them closes them. */
@FunctionalInterface
public interface EncoderSource {
  /** The encoder of a spec. */
  SentenceEncoder encoder(EncoderSpec spec);

  /**
   * The token encoder of a spec.
   *
   * @throws EncoderException unless overridden: a source of sentence encoders alone has none
   */
  default TokenEncoder tokenEncoder(TokenSpec spec) {
    throw new EncoderException("no token encoders here, but one was asked for: " + spec.describe());
  }
}
