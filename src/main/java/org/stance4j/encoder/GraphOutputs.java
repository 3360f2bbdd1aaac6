package org.stance4j.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Makes inner tensors of an ONNX graph readable as outputs.
 *
 * <p>An ONNX file is one protobuf message, and concatenated messages merge: appending a second
 * {@code ModelProto} that holds only {@code graph.output} entries adds these outputs without
 * parsing the weights.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/#last-one-wins">merging of
 *     messages</a>
 */
final class GraphOutputs {
  // Field numbers of onnx.proto, shifted for the wire type 'length-delimited' (2) or 'varint' (0).
  private static final int MODEL_GRAPH = 7 << 3 | 2;
  private static final int GRAPH_OUTPUT = 12 << 3 | 2;
  private static final int VALUE_NAME = 1 << 3 | 2;
  private static final int VALUE_TYPE = 2 << 3 | 2;
  private static final int TYPE_TENSOR = 1 << 3 | 2;
  private static final int TENSOR_ELEMENT = 1 << 3;
  private static final int ELEMENT_FLOAT = 1;

  private GraphOutputs() {}

  /** The model's bytes with the float tensors of these names as further outputs. */
  static byte[] append(byte[] model, List<String> tensorNames) {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    for (String name : tensorNames) {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      message(value, VALUE_NAME, name.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream type = new ByteArrayOutputStream();
      message(type, TYPE_TENSOR, new byte[] {TENSOR_ELEMENT, ELEMENT_FLOAT});
      message(value, VALUE_TYPE, type.toByteArray());
      message(graph, GRAPH_OUTPUT, value.toByteArray());
    }
    ByteArrayOutputStream addition = new ByteArrayOutputStream();
    message(addition, MODEL_GRAPH, graph.toByteArray());
    byte[] result = Arrays.copyOf(model, model.length + addition.size());
    System.arraycopy(addition.toByteArray(), 0, result, model.length, addition.size());
    return result;
  }

  private static void message(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    int length = content.length;
    while (length > 0x7f) {
      out.write((length & 0x7f) | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(content);
  }
}
