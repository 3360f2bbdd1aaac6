package org.stance4j.encoder;

import java.util.List;
import java.util.stream.IntStream;

/** The hidden states of an {@link OnnxGraph}, pooled into one vector a text. */
final class OnnxSentenceEncoder implements SentenceEncoder {
  private final EncoderSpec spec;
  private final int hiddenSize;
  private final String fingerprint;
  private final OnnxGraph graph;

  /**
   * Opens graph and tokenizer from the class path.
   *
   * @throws EncoderException if they are missing or not what the catalog says
   */
  OnnxSentenceEncoder(EncoderSpec spec, String fingerprint) {
    EncoderCatalog encoder = EncoderCatalog.of(spec.encoder());
    this.spec = spec;
    this.hiddenSize = encoder.hiddenSize();
    this.fingerprint = fingerprint;
    this.graph = new OnnxGraph(encoder, spec.layers(), spec.prefix(), spec.maxTokens());
  }

  @Override
  public int dimension() {
    return spec.layers().size() * hiddenSize;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public float[][] encode(List<String> texts) {
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToObj(i -> pool(graph.run(texts.get(i))))
        .toArray(float[][]::new);
  }

  private float[] pool(HiddenStates states) {
    float[] vector = new float[dimension()];
    for (int layer = 0; layer < spec.layers().size(); layer++) {
      pool(states.layers().get(layer), vector, layer * hiddenSize);
    }
    return vector;
  }

  /** Pools [tokens][hidden] into one unit vector at {@code offset}; there is no padding to mask. */
  private void pool(float[] hidden, float[] vector, int offset) {
    int size = hiddenSize;
    int tokens = spec.pooling() == Pooling.CLS ? 1 : hidden.length / size;
    double[] sum = new double[size];
    for (int t = 0; t < tokens; t++) {
      for (int k = 0; k < size; k++) {
        sum[k] += hidden[t * size + k];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int k = 0; k < size; k++) {
      vector[offset + k] = (float) (sum[k] * scale);
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
