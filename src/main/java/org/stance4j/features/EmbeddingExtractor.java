package org.stance4j.features;

import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.SentenceEncoder;

/**
 * Sentence embeddings, shifted by the mean of the training vectors and scaled so that their mean
 * squared length is 1. Centring takes out what all sentences about one topic share.
 *
 * @param spec what the encoder was opened with
 * @param encoder shared by all extractors fitted from here; closed by its owner
 */
public record EmbeddingExtractor(EncoderSpec spec, SentenceEncoder encoder)
    implements FeatureExtractor {
  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentences to take the mean of");
    }
    float[][] vectors = FittedEmbeddingExtractor.encode(encoder, sentences);
    double[] sum = new double[encoder.dimension()];
    for (float[] vector : vectors) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += vector[k];
      }
    }
    float[] mean = new float[sum.length];
    for (int k = 0; k < sum.length; k++) {
      mean[k] = (float) (sum[k] / vectors.length);
    }
    double squares = 0;
    for (float[] vector : vectors) {
      for (int k = 0; k < mean.length; k++) {
        double centred = vector[k] - mean[k];
        squares += centred * centred;
      }
    }
    float scale = squares == 0 ? 1 : (float) (1 / Math.sqrt(squares / vectors.length));
    return new FittedEmbeddingExtractor(spec, encoder, mean, scale);
  }
}
