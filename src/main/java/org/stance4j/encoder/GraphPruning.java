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
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;

  /** How deep nodes may hold graphs of their own; encoders have none, or one in a condition. */
  private static final int DEEPEST = 16;

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
            nodes.add(
                new Node(
                    inputs(file, start, end, 0), text(file, NODE_OUTPUT, start, end), tag, end));
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
                case GRAPH_INITIALISER -> read.containsAll(text(file, TENSOR_NAME, start, end));
                case GRAPH_OUTPUT -> wanted.containsAll(text(file, VALUE_NAME, start, end));
                default -> true;
              };
          if (stays) {
            graph.write(file, tag, end - tag);
          }
        });
    return graph.toByteArray();
  }

  /** What a node reads, also in the graphs that it holds. */
  private static List<String> inputs(byte[] file, int from, int to, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "not an encoder: graphs within graphs, more than " + DEEPEST + " deep");
    }
    List<String> inputs = text(file, NODE_INPUT, from, to);
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          if (field == NODE_ATTRIBUTE) {
            WireFormat.walk(
                file,
                start,
                end,
                (inner, number, place, first, last) -> {
                  if (inner == ATTRIBUTE_GRAPH || inner == ATTRIBUTE_GRAPHS) {
                    inputs.addAll(innerInputs(file, first, last, depth));
                  }
                });
          }
        });
    return inputs;
  }

  private static List<String> innerInputs(byte[] file, int from, int to, int depth) {
    List<String> inputs = new ArrayList<>();
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          if (field == GRAPH_NODE) {
            inputs.addAll(inputs(file, start, end, depth + 1));
          }
        });
    return inputs;
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
