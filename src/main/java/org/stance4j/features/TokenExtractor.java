package org.stance4j.features;

import java.util.Arrays;
import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.encoder.TokenEncoder;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TokenVectors;

/**
 * A vector for every token, shifted by the mean of the training tokens. Each layer is scaled so
 * that the mean square of its numbers is 1, which is what the first weights of a network expect
 * (Glorot and Bengio 2010).
 *
 * @param spec what the encoder was opened with
 * @param encoder shared by all extractors fitted from here; closed by its owner
 */
public record TokenExtractor(TokenSpec spec, TokenEncoder encoder) implements FeatureExtractor {
  @Override
  public FittedFeatureExtractor fit(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentences to take the mean of");
    }
    List<TokenVectors> texts = FittedTokenExtractor.encode(encoder, sentences);
    int columns = encoder.dimension();
    float[] row = new float[columns];
    double[] sum = new double[columns];
    long tokens = 0;
    for (TokenVectors text : texts) {
      tokens += text.tokens();
      for (int t = 0; t < text.tokens(); t++) {
        text.copyToken(t, row, 0);
        for (int k = 0; k < columns; k++) {
          sum[k] += row[k];
        }
      }
    }
    float[] mean = new float[columns];
    for (int k = 0; k < columns; k++) {
      mean[k] = (float) (sum[k] / tokens);
    }
    return new FittedTokenExtractor(spec, encoder, mean, scale(texts, mean, tokens));
  }

  /** 1 / √(mean square of the centred numbers) of each layer. */
  private float[] scale(List<TokenVectors> texts, float[] mean, long tokens) {
    int layers = spec.layers().size();
    int hidden = mean.length / layers;
    float[] row = new float[mean.length];
    double[] squares = new double[layers];
    for (TokenVectors text : texts) {
      for (int t = 0; t < text.tokens(); t++) {
        text.copyToken(t, row, 0);
        for (int k = 0; k < mean.length; k++) {
          double centred = row[k] - mean[k];
          squares[k / hidden] += centred * centred;
        }
      }
    }
    float[] scale = new float[layers];
    Arrays.fill(scale, 1);
    for (int layer = 0; layer < layers; layer++) {
      if (squares[layer] > 0) {
        scale[layer] = (float) (1 / Math.sqrt(squares[layer] / ((double) tokens * hidden)));
      }
    }
    return scale;
  }
}
