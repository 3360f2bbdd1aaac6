package org.stance4j.encoder;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out what a graph computes beyond the tensors that are wanted of it: ONNX Runtime computes
 * every node of a graph, asked for or not.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class GraphPruning {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALISER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;

  private GraphPruning() {}

  /**
   * The parts of a graph that some tensors need.
   *
   * @param inputs names of what it reads
   * @param outputs names of what it gives
   * @param tag where it begins in the file
   * @param end behind it
   */
  private record Node(List<String> inputs, List<String> outputs, int tag, int end) {}

  /**
   * The same file without the nodes and weights that none of these tensors needs, and with these of
   * its outputs alone.
   *
   * @param file an ONNX file with one graph
   * @param wanted names of tensors, some of which may be outputs
   * @throws IllegalArgumentException if it is no ONNX file
   */
  static byte[] keep(byte[] file, Set<String> wanted) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(file.length);
    WireFormat.walk(
        file,
        0,
        file.length,
        (field, value, tag, start, end) -> {
          if (field == MODEL_GRAPH) {
            byte[] graph = graph(file, start, end, wanted);
            GraphAddition.message(result, MODEL_GRAPH << 3 | 2, graph);
          } else {
            result.write(file, tag, end - tag);
          }
        });
    return result.toByteArray();
  }

  private static byte[] graph(byte[] file, int from, int to, Set<String> wanted) {
    List<Node> nodes = new ArrayList<>();
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          if (field == GRAPH_NODE) {
            nodes.add(node(file, tag, start, end));
          }
        });
    List<Node> needed = needed(nodes, wanted);
    Set<Integer> kept = new HashSet<>();
    Set<String> read = new HashSet<>();
    for (Node node : needed) {
      kept.add(node.tag());
      read.addAll(node.inputs());
    }
    ByteArrayOutputStream graph = new ByteArrayOutputStream(to - from);
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          boolean stays =
              switch (field) {
                case GRAPH_NODE -> kept.contains(tag);
                case GRAPH_INITIALISER -> read.contains(text(file, TENSOR_NAME, start, end).get(0));
                case GRAPH_OUTPUT -> wanted.contains(text(file, VALUE_NAME, start, end).get(0));
                default -> true;
              };
          if (stays) {
            graph.write(file, tag, end - tag);
          }
        });
    return graph.toByteArray();
  }

  private static Node node(byte[] file, int tag, int start, int end) {
    return new Node(
        text(file, NODE_INPUT, start, end), text(file, NODE_OUTPUT, start, end), tag, end);
  }

  /** The nodes that the wanted tensors come from. */
  private static List<Node> needed(List<Node> nodes, Set<String> wanted) {
    Map<String, Node> makers = new HashMap<>();
    nodes.forEach(node -> node.outputs().forEach(output -> makers.put(output, node)));
    Set<Node> needed = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(wanted);
    while (!open.isEmpty()) {
      Node maker = makers.get(open.remove(open.size() - 1));
      if (maker != null && needed.add(maker)) {
        open.addAll(maker.inputs());
      }
    }
    return List.copyOf(needed);
  }

  private static List<String> text(byte[] file, int wanted, int from, int to) {
    List<String> texts = new ArrayList<>();
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          if (field == wanted) {
            texts.add(WireFormat.text(file, start, end));
          }
        });
    return texts;
  }
}
