package org.stance4j.features;

import org.stance4j.encoder.EncoderSource;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** Restores fitted extractors from {@link FittedFeatureExtractor#state()}. */
public final class FeatureCodec {
  private FeatureCodec() {}

  /**
   * The extractor whose state this is.
   *
   * @param encoders asked once for each part that needs one, so that it must give the same encoder
   *     for the same spec if encoders are to be shared
   * @throws TensorFormatException if the state is of an unknown type, incomplete, of another
   *     encoder, or holds something that this version does not know
   */
  public static FittedFeatureExtractor restore(TensorBundle state, EncoderSource encoders) {
    String type = state.setting("type");
    try {
      return switch (type) {
        case FittedNgramExtractor.TYPE -> FittedNgramExtractor.restore(state);
        case FittedEmbeddingExtractor.TYPE ->
            FittedEmbeddingExtractor.restore(
                state, encoders.encoder(FittedEmbeddingExtractor.spec(state)));
        case FittedConcatenatedExtractor.TYPE ->
            FittedConcatenatedExtractor.restore(state, encoders);
        case FittedTokenExtractor.TYPE ->
            FittedTokenExtractor.restore(
                state, encoders.tokenEncoder(FittedTokenExtractor.spec(state)));
        default ->
            throw new TensorFormatException(
                "unknown feature type '"
                    + type
                    + "'; known are "
                    + FittedNgramExtractor.TYPE
                    + ", "
                    + FittedEmbeddingExtractor.TYPE
                    + ", "
                    + FittedConcatenatedExtractor.TYPE
                    + ", "
                    + FittedTokenExtractor.TYPE);
      };
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new TensorFormatException(
          "features of type '" + type + "' are damaged: " + e.getMessage(), e);
    }
  }
}
