package org.stance4j.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Tensors of any type as an ONNX file holds them; all lengths below 128. */
final class EightBits {
  private EightBits() {}

  /**
   * A tensor without its shape.
   *
   * @param type 1 for floats, 2 for unsigned and 3 for signed bytes
   * @param field 4 for packed floats, 5 for packed integers, 9 for raw data
   */
  static byte[] tensor(String name, int type, int field, byte[] numbers) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    tensor.writeBytes(new byte[] {2 << 3, (byte) type});
    message(tensor, 8, name.getBytes(StandardCharsets.UTF_8));
    message(tensor, field, numbers);
    return tensor.toByteArray();
  }

  /** The model with these as further weights of its graph. */
  static byte[] append(byte[] model, byte[]... tensors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(model);
    for (byte[] tensor : tensors) {
      ByteArrayOutputStream graph = new ByteArrayOutputStream();
      message(graph, 5, tensor);
      message(out, 7, graph.toByteArray());
    }
    return out.toByteArray();
  }

  static byte[] floats(float... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static void message(ByteArrayOutputStream out, int field, byte[] content) {
    out.write(field << 3 | 2);
    out.write(content.length);
    out.writeBytes(content);
  }
}
