package org.stance4j.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Adds inputs, nodes, weights and outputs to an ONNX graph.
 *
 * <p>An ONNX file is one protobuf message, and concatenated messages merge: appending a second
 * {@code ModelProto} whose graph holds only what is new adds it without parsing the weights. What
 * is added is written in the order of the calls, so equal calls give equal bytes.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/#last-one-wins">merging of
 *     messages</a>
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class GraphAddition {
  // Field numbers of onnx.proto, shifted for the wire type 'length-delimited' (2) or 'varint' (0).
  private static final int MODEL_GRAPH = 7 << 3 | 2;
  private static final int GRAPH_NODE = 1 << 3 | 2;
  private static final int GRAPH_INITIALISER = 5 << 3 | 2;
  private static final int GRAPH_INPUT = 11 << 3 | 2;
  private static final int GRAPH_OUTPUT = 12 << 3 | 2;
  private static final int NODE_INPUT = 1 << 3 | 2;
  private static final int NODE_OUTPUT = 2 << 3 | 2;
  private static final int NODE_NAME = 3 << 3 | 2;
  private static final int NODE_OPERATOR = 4 << 3 | 2;
  private static final int TENSOR_DIMENSION = 1 << 3;
  private static final int TENSOR_TYPE = 2 << 3;
  private static final int TENSOR_NAME = 8 << 3 | 2;
  private static final int TENSOR_RAW_DATA = 9 << 3 | 2;
  private static final int VALUE_NAME = 1 << 3 | 2;
  private static final int VALUE_TYPE = 2 << 3 | 2;
  private static final int TYPE_TENSOR = 1 << 3 | 2;
  private static final int TYPE_ELEMENT = 1 << 3;
  private static final int ELEMENT_FLOAT = 1;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** Makes a float tensor of the graph an output; its shape is left to the run time. */
  GraphAddition output(String name) {
    message(graph, GRAPH_OUTPUT, value(name));
    return this;
  }

  /** A further input, a float tensor of any shape. */
  GraphAddition input(String name) {
    message(graph, GRAPH_INPUT, value(name));
    return this;
  }

  /**
   * A further node without attributes.
   *
   * @param operator such as {@code MatMul}
   * @param inputs names of tensors
   * @param output name of the result; also the node's
   */
  GraphAddition node(String operator, List<String> inputs, String output) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    inputs.forEach(input -> text(node, NODE_INPUT, input));
    text(node, NODE_OUTPUT, output);
    text(node, NODE_NAME, output);
    text(node, NODE_OPERATOR, operator);
    message(graph, GRAPH_NODE, node.toByteArray());
    return this;
  }

  /**
   * A further weight.
   *
   * @param values in row-major order
   * @param shape whose product is the number of values
   */
  GraphAddition weight(String name, float[] values, int... shape) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (int size : shape) {
      tensor.write(TENSOR_DIMENSION);
      number(tensor, size);
    }
    tensor.write(TENSOR_TYPE);
    tensor.write(ELEMENT_FLOAT);
    text(tensor, TENSOR_NAME, name);
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    message(tensor, TENSOR_RAW_DATA, raw.array());
    message(graph, GRAPH_INITIALISER, tensor.toByteArray());
    return this;
  }

  /** The model's bytes with what was added. */
  byte[] appendTo(byte[] model) {
    ByteArrayOutputStream addition = new ByteArrayOutputStream();
    message(addition, MODEL_GRAPH, graph.toByteArray());
    byte[] result = Arrays.copyOf(model, model.length + addition.size());
    System.arraycopy(addition.toByteArray(), 0, result, model.length, addition.size());
    return result;
  }

  private static byte[] value(String name) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, VALUE_NAME, name);
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    message(type, TYPE_TENSOR, new byte[] {TYPE_ELEMENT, ELEMENT_FLOAT});
    message(value, VALUE_TYPE, type.toByteArray());
    return value.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, int tag, String text) {
    message(out, tag, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a field of bytes. */
  static void message(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    number(out, content.length);
    out.writeBytes(content);
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
