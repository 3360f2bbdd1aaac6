package org.stance4j.encoder;

import java.util.List;

/** The hidden states of an {@link OnnxGraph}, token by token. */
final class OnnxTokenEncoder implements TokenEncoder {
  private final int dimension;
  private final String fingerprint;
  private final OnnxGraph graph;

  /**
   * Opens graph and tokenizer.
   *
   * @throws EncoderException if they are missing or of another kind
   */
  OnnxTokenEncoder(TokenSpec spec, String fingerprint) {
    this.dimension = spec.dimension();
    this.fingerprint = fingerprint;
    this.graph = new OnnxGraph(spec.encoder(), spec.layers(), spec.prefix(), spec.maxTokens());
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public List<TokenVectors> encode(List<String> texts) {
    return texts.parallelStream().map(graph::run).map(TokenVectors::of).toList();
  }

  @Override
  public List<TokenVectors> encodePassages(List<Passage> passages) {
    return passages.parallelStream().map(graph::run).map(TokenVectors::of).toList();
  }

  @Override
  public void close() {
    graph.close();
  }
}
