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
    GraphWeights own = new GraphWeights(graph);
    for (EncoderWeight weight : weights) {
      own.write(weight.initialiser(), weight.values().floats());
    }
    // each writes to a place of its own
    deltas.parallelStream()
        .forEach(
            delta -> {
              float[] matrix = own.read(delta.initialiser());
              delta.addTo(matrix);
              own.write(delta.initialiser(), matrix);
            });
  }
}
