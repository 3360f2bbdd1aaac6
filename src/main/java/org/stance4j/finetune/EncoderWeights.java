package org.stance4j.finetune;

import java.util.List;
import org.stance4j.encoder.BertGraph;
import org.stance4j.encoder.EncoderWeight;

/** The weights of a BERT-style ONNX graph, read out of the file when they are asked for. */
final class EncoderWeights {
  private final BertGraph graph;
  private final EncoderShape shape;

  private EncoderWeights(BertGraph graph) {
    this.graph = graph;
    this.shape =
        new EncoderShape(graph.layers(), graph.hiddenSize(), graph.heads(), graph.epsilon());
  }

  /**
   * Finds the weights of every layer.
   *
   * @param onnx content of the file; kept and not copied
   * @param heads attention heads of a layer; 0 where the graph is to tell
   * @param source what to call the file in messages
   * @throws IllegalArgumentException if it is no ONNX file or its graph is of another kind
   */
  static EncoderWeights read(byte[] onnx, int heads, String source) {
    return new EncoderWeights(BertGraph.read(onnx, heads, source));
  }

  /** What the names in a layer, counted from 0, begin with. */
  static String layerName(int layer) {
    return BertGraph.layerName(layer);
  }

  /** Names of a layer's weights. */
  static List<String> names(int layer) {
    return BertGraph.weightNames(layer);
  }

  /** Sizes of the encoder. */
  EncoderShape shape() {
    return shape;
  }

  /**
   * A weight.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  EncoderWeight get(String name) {
    return graph.weight(name);
  }
}
