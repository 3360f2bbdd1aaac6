package org.stance4j.encoder;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an encoder differs from the one it was trained from.
 *
 * @param weights that stand in for its own
 * @param deltas that are added to its own
 */
public record EncoderChanges(List<EncoderWeight> weights, List<EncoderDelta> deltas) {
  /**
   * Of a number of a difference from a matrix in eight bits, which holds what that lacks in
   * precision too.
   */
  private static final int MOVED_BITS = 4;

  public EncoderChanges {
    weights = List.copyOf(weights);
    deltas = List.copyOf(deltas);
  }

  /**
   * What makes another graph of the same encoder say the same: every matrix that changed becomes a
   * difference from that graph's own, which holds what the other's lacks in precision too. Vectors
   * stay.
   *
   * @param from the encoder that these changes belong to
   * @param to one with the same weights in eight bits, as {@link Encoder#inEightBits} gives it
   */
  public EncoderChanges moved(Encoder from, Encoder to) {
    return moved(from.graph(), to.graph());
  }

  /**
   * The same of graphs.
   *
   * @param from content of an ONNX file, into which the changes are written
   * @param to content of another
   * @throws IllegalArgumentException if one lacks a weight, or has it in another size
   */
  EncoderChanges moved(byte[] from, byte[] to) {
    applyTo(from);
    GraphWeights tuned = new GraphWeights(from);
    GraphWeights other = new GraphWeights(to);
    return new EncoderChanges(
        weights.stream().filter(weight -> !isMatrix(weight)).toList(),
        matrices().parallelStream()
            .map(
                matrix ->
                    EncoderDelta.of(
                        matrix.name,
                        matrix.initialiser,
                        other.read(matrix.initialiser),
                        tuned.read(matrix.initialiser),
                        matrix.rows,
                        MOVED_BITS))
            .toList());
  }

  /** A matrix that changed. */
  private record Matrix(String name, String initialiser, int rows) {}

  /** Each once, whichever way it changes. */
  private List<Matrix> matrices() {
    Stream<Matrix> replaced =
        weights.stream()
            .filter(EncoderChanges::isMatrix)
            .map(
                weight ->
                    new Matrix(
                        weight.name(), weight.initialiser(), weight.values().shape().get(0)));
    Stream<Matrix> moved =
        deltas.stream()
            .map(delta -> new Matrix(delta.name(), delta.initialiser(), delta.difference().rows()));
    return Stream.concat(replaced, moved).distinct().toList();
  }

  private static boolean isMatrix(EncoderWeight weight) {
    return weight.values().shape().size() > 1;
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
