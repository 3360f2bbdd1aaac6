package org.stance4j.features;

import java.util.List;
import java.util.Random;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.SentenceEncoder;

/** Four numbers in [0, 1) for each layer, drawn by the hash of the text. */
record TextHashEncoder(EncoderSpec spec) implements SentenceEncoder {
  @Override
  public int dimension() {
    return 4 * spec.layers().size();
  }

  @Override
  public String fingerprint() {
    return spec.describe();
  }

  @Override
  public float[][] encode(List<String> texts) {
    return texts.stream().map(this::vector).toArray(float[][]::new);
  }

  private float[] vector(String text) {
    Random random = new Random((spec.describe() + text).hashCode());
    float[] vector = new float[dimension()];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = random.nextFloat();
    }
    return vector;
  }

  @Override
  public void close() {}
}
