package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes, weights and outputs of an ONNX file; of the weights only what they are like.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxFile {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALISER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_FLOAT = 2;
  private static final int ATTRIBUTE_TEXT = 4;
  private static final int ATTRIBUTE_TENSOR = 5;
  private static final int TENSOR_DIMENSION = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_FLOATS = 4;
  private static final int TENSOR_LONGS = 7;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int TENSOR_PLACE = 14;
  private static final int IN_ANOTHER_FILE = 1;

  /** Types of numbers that are told apart here. */
  static final int FLOAT = 1;

  static final int INT64 = 7;
  static final int FLOAT16 = 10;
  static final int BFLOAT16 = 16;

  /** More than any encoder has, of nodes and of weights. */
  private static final int MOST = 200_000;

  /** Constants of up to that many numbers are read: shapes, not weights. */
  private static final int MOST_NUMBERS = 8;

  private final byte[] file;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Weight> weights = new HashMap<>();
  private final List<String> outputs = new ArrayList<>();

  /**
   * A step of the computation.
   *
   * @param position in the file; inputs come from lower ones
   * @param operator such as {@code MatMul}
   * @param domain of the operator; empty for ONNX's own
   * @param epsilon its attribute of that name; 0 for none
   * @param approximate its attribute of that name; empty for none
   * @param value what it gives, if it is a constant
   */
  record Node(
      int position,
      String operator,
      String domain,
      List<String> inputs,
      List<String> outputs,
      float epsilon,
      String approximate,
      @Nullable Weight value) {
    boolean is(String name) {
      return operator.equals(name);
    }
  }

  /**
   * A tensor that the file holds.
   *
   * @param type number of onnx.proto
   * @param dims its shape
   * @param external whether its numbers are in another file
   * @param rawBytes length of its numbers as raw data in this file; 0 for none
   * @param numbers its numbers, if they are few and floats or longs; else empty
   */
  record Weight(
      String name,
      int type,
      List<Integer> dims,
      boolean external,
      int rawBytes,
      List<Double> numbers) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no ONNX file
   */
  OnnxFile(byte[] file) {
    this.file = file;
    WireFormat.walk(
        file,
        0,
        file.length,
        (field, value, tag, start, end) -> {
          if (field == MODEL_GRAPH) {
            WireFormat.walk(file, start, end, this::part);
          }
        });
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("not an ONNX file: it holds no graph");
    }
  }

  private void part(int field, long value, int tag, int start, int end) {
    switch (field) {
      case GRAPH_NODE -> nodes.add(node(start, end));
      case GRAPH_INITIALISER -> {
        Weight weight = weight(start, end);
        weights.put(weight.name(), weight);
      }
      case GRAPH_OUTPUT ->
          WireFormat.walk(
              file,
              start,
              end,
              (inner, number, place, from, to) -> {
                if (inner == VALUE_NAME) {
                  outputs.add(WireFormat.text(file, from, to));
                }
              });
      default -> {
        // inputs, documentation, shapes of what is in between
      }
    }
    if (nodes.size() > MOST || weights.size() > MOST || outputs.size() > MOST) {
      throw new IllegalArgumentException("not an encoder: more than " + MOST + " nodes or weights");
    }
  }

  private Node node(int from, int to) {
    List<String> inputs = new ArrayList<>();
    List<String> given = new ArrayList<>();
    String[] words = {"", "", ""};
    float[] epsilon = {0};
    Weight[] constant = new Weight[1];
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          switch (field) {
            case NODE_INPUT -> inputs.add(WireFormat.text(file, start, end));
            case NODE_OUTPUT -> given.add(WireFormat.text(file, start, end));
            case NODE_OPERATOR -> words[0] = WireFormat.text(file, start, end);
            case NODE_DOMAIN -> words[1] = WireFormat.text(file, start, end);
            case NODE_ATTRIBUTE -> attribute(start, end, words, epsilon, constant);
            default -> {
              // name and documentation
            }
          }
        });
    return new Node(
        nodes.size(),
        words[0],
        words[1],
        List.copyOf(inputs),
        List.copyOf(given),
        epsilon[0],
        words[2],
        constant[0]);
  }

  private void attribute(int from, int to, String[] words, float[] epsilon, Weight[] constant) {
    String[] name = {"", ""};
    float[] number = {0};
    Weight[] tensor = new Weight[1];
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          switch (field) {
            case ATTRIBUTE_NAME -> name[0] = WireFormat.text(file, start, end);
            case ATTRIBUTE_FLOAT -> raw(FLOAT, start, end).forEach(n -> number[0] = n.floatValue());
            case ATTRIBUTE_TEXT -> name[1] = WireFormat.text(file, start, end);
            case ATTRIBUTE_TENSOR -> tensor[0] = weight(start, end);
            default -> {
              // what nobody asks for
            }
          }
        });
    switch (name[0]) {
      case "epsilon" -> epsilon[0] = number[0];
      case "approximate" -> words[2] = name[1];
      case "value" -> constant[0] = tensor[0];
      default -> {
        // what nobody asks for
      }
    }
  }

  private Weight weight(int from, int to) {
    List<Integer> dims = new ArrayList<>();
    String[] name = {""};
    int[] type = {0};
    boolean[] external = {false};
    int[] raw = {0, 0};
    List<Double> numbers = new ArrayList<>();
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          switch (field) {
            case TENSOR_DIMENSION -> longs(start, end).forEach(d -> dims.add(dimension(d)));
            case TENSOR_TYPE -> type[0] = (int) value;
            case TENSOR_NAME -> name[0] = WireFormat.text(file, start, end);
            case TENSOR_RAW_DATA -> {
              raw[0] = start;
              raw[1] = end;
            }
            case TENSOR_FLOATS -> numbers.addAll(raw(FLOAT, start, end));
            case TENSOR_LONGS -> longs(start, end).forEach(n -> numbers.add((double) n));
            case TENSOR_PLACE -> external[0] = value == IN_ANOTHER_FILE;
            default -> {
              // numbers of other types
            }
          }
        });
    numbers.addAll(raw(type[0], raw[0], raw[1]));
    return new Weight(
        name[0],
        type[0],
        List.copyOf(dims),
        external[0],
        raw[1] - raw[0],
        numbers.size() > MOST_NUMBERS ? List.of() : List.copyOf(numbers));
  }

  private static int dimension(long size) {
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("not an ONNX file: a weight of size " + size);
    }
    return (int) size;
  }

  /** One number, or several in a row, of which the first ones are enough. */
  private List<Long> longs(int start, int end) {
    List<Long> numbers = new ArrayList<>();
    for (int at = start; at < end && numbers.size() <= MOST_NUMBERS; ) {
      numbers.add(WireFormat.number(file, at, end));
      at = WireFormat.behindNumber(file, at, end);
    }
    return numbers;
  }

  private List<Double> raw(int type, int start, int end) {
    int size = type == FLOAT ? Float.BYTES : Long.BYTES;
    List<Double> numbers = new ArrayList<>();
    if ((type == FLOAT || type == INT64) && end - start <= MOST_NUMBERS * size) {
      ByteBuffer bytes = ByteBuffer.wrap(file, start, end - start).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= size) {
        numbers.add(type == FLOAT ? bytes.getFloat() : (double) bytes.getLong());
      }
    }
    return numbers;
  }

  /** In the order of the file. */
  List<Node> nodes() {
    return nodes;
  }

  /** By name. */
  Map<String, Weight> weights() {
    return weights;
  }

  /** Names of the graph's outputs. */
  List<String> outputs() {
    return List.copyOf(outputs);
  }
}
