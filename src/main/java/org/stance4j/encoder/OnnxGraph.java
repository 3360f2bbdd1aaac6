package org.stance4j.encoder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An encoder as it comes: text → hidden states of chosen layers. What is made of them is the
 * business of {@link OnnxSentenceEncoder} and {@link OnnxTokenEncoder}. Safe for use by several
 * threads until closed.
 */
final class OnnxGraph implements AutoCloseable {
  private final Encoder encoder;
  private final List<Integer> layers;
  private final Set<String> outputs = new LinkedHashSet<>();
  private final GraphParts parts;
  private boolean closed;

  /**
   * Opens graph and tokenizer.
   *
   * @param layers what a run gives, in this order, counted from 1; 0 is the embedding of the tokens
   * @param prefix put in front of every text
   * @param maxTokens longer texts are cut
   * @throws EncoderException if they are missing or of another kind
   */
  OnnxGraph(Encoder encoder, List<Integer> layers, String prefix, int maxTokens) {
    this.encoder = encoder;
    this.layers = layers;
    for (int layer : layers) {
      outputs.add(encoder.outputOfLayer(layer));
    }
    this.parts =
        GraphParts.open(() -> new EncoderTokenizer(encoder, prefix, maxTokens), this::openSession);
  }

  private OnnxSession openSession() {
    GraphAddition addition = new GraphAddition();
    for (String output : outputs) {
      if (!encoder.outputs().contains(output)) {
        addition.output(output);
      }
    }
    return new OnnxSession(
        encoder.id(), addition.appendTo(GraphPruning.keep(encoder.graph(), outputs)), Set.of());
  }

  /**
   * Runs one text.
   *
   * @throws EncoderException if the graph fails on it
   */
  HiddenStates run(String text) {
    return run(parts.tokenizer().encode(text));
  }

  /**
   * Runs one passage.
   *
   * @throws EncoderException if the graph fails on it
   */
  HiddenStates run(Passage passage) {
    return run(parts.tokenizer().encode(passage));
  }

  private HiddenStates run(TokenIds tokens) {
    Map<String, float[]> results = parts.session().run(tokens, Map.of(), outputs);
    List<float[]> states = new ArrayList<>(layers.size());
    for (int layer : layers) {
      states.add(results.get(encoder.outputOfLayer(layer)));
    }
    return new HiddenStates(tokens.size(), tokens.wanted(), states);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      parts.close();
    }
  }
}
