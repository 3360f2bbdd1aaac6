package org.stance4j.encoder;

import java.util.List;

/**
 * How an encoder differs from the one it was trained from.
 *
 * @param weights that stand in for its own
 * @param deltas that are added to its own
 */
public record EncoderChanges(List<EncoderWeight> weights, List<EncoderDelta> deltas) {
  public EncoderChanges {
    weights = List.copyOf(weights);
    deltas = List.copyOf(deltas);
  }

  /**
   * Writes the changes into a graph.
   *
   * @param graph content of an ONNX file, changed in place
   * @throws IllegalArgumentException if it lacks a weight, or has it in another size
   */
  void applyTo(byte[] graph) {
    apply(graph, graph);
  }

  /**
   * Writes into a graph what the changes make of another: its matrices that changed, each with what
   * it lacks in precision, and vectors.
   *
   * @param from content of the ONNX file that these changes belong to
   * @param to content of one of the same encoder, such as that in eight bits; changed in place
   * @throws IllegalArgumentException if one lacks a weight, or has it in another size
   */
  void apply(byte[] from, byte[] to) {
    GraphWeights own = new GraphWeights(from);
    GraphWeights result = from == to ? own : new GraphWeights(to);
    for (EncoderWeight weight : weights) {
      result.write(weight.initialiser(), weight.values().floats());
    }
    // each writes to a place of its own
    deltas.parallelStream()
        .forEach(
            delta -> {
              float[] matrix = own.read(delta.initialiser());
              delta.addTo(matrix);
              result.write(delta.initialiser(), matrix);
            });
  }
}
