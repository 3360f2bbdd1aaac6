package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights of an ONNX file where they lie, to be read and overwritten without parsing the rest.
 * Weights in single precision alone, kept as raw data. What threads do to different weights does
 * not meet.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding of its messages</a>
 */
final class GraphWeights {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALISER = 5;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int TYPE_FLOAT = 1;

  private final byte[] file;
  private final Map<String, Place> places = new HashMap<>();

  /** Bytes from {@code start} to before {@code end}. */
  private record Place(int start, int end) {}

  /** Told of the fields of a message. */
  private interface Fields {
    /** A field of a number, or of bytes. */
    void field(int number, long value, Place bytes);
  }

  /**
   * Finds the weights.
   *
   * @param file content of an ONNX file; not copied
   * @throws IllegalArgumentException if it is none
   */
  GraphWeights(byte[] file) {
    this.file = file;
    try {
      fields(
          new Place(0, file.length),
          (field, value, graph) -> {
            if (field == MODEL_GRAPH) {
              fields(
                  graph,
                  (inner, number, tensor) -> {
                    if (inner == GRAPH_INITIALISER) {
                      add(tensor);
                    }
                  });
            }
          });
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not an ONNX file: a field ends behind the file", e);
    }
  }

  private void add(Place tensor) {
    String[] name = {""};
    Place[] data = {null};
    boolean[] single = {false};
    fields(
        tensor,
        (field, value, bytes) -> {
          switch (field) {
            case TENSOR_TYPE -> single[0] = value == TYPE_FLOAT;
            case TENSOR_NAME ->
                name[0] =
                    new String(file, bytes.start, bytes.end - bytes.start, StandardCharsets.UTF_8);
            case TENSOR_RAW_DATA -> data[0] = bytes;
            default -> {
              // shape and documentation
            }
          }
        });
    Place place = data[0];
    if (single[0] && place != null) {
      places.put(name[0], place);
    }
  }

  private void fields(Place message, Fields fields) {
    int at = message.start;
    while (at < message.end) {
      long tag = number(at);
      at = behindNumber(at);
      int field = Math.toIntExact(tag >>> 3);
      switch ((int) tag & 7) {
        case 0 -> {
          fields.field(field, number(at), new Place(at, at));
          at = behindNumber(at);
        }
        case 1 -> at += Long.BYTES;
        case 2 -> {
          long length = number(at);
          int start = behindNumber(at);
          if (length < 0 || length > message.end - start) {
            throw new IllegalArgumentException(
                "not an ONNX file: a field of " + length + " bytes at byte " + start);
          }
          at = start + (int) length;
          fields.field(field, 0, new Place(start, at));
        }
        case 5 -> at += Integer.BYTES;
        default ->
            throw new IllegalArgumentException("not an ONNX file: unknown field at byte " + at);
      }
    }
  }

  /** Seven bits a byte, the lowest first. */
  private long number(int at) {
    long number = 0;
    for (int i = at, shift = 0; shift < Long.SIZE; i++, shift += 7) {
      number |= (long) (file[i] & 0x7f) << shift;
      if (file[i] >= 0) {
        break;
      }
    }
    return number;
  }

  private int behindNumber(int at) {
    int end = at;
    while (file[end] < 0) {
      end++;
    }
    return end + 1;
  }

  private FloatBuffer buffer(String name) {
    Place place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("the graph has no weight '" + name + "'");
    }
    return ByteBuffer.wrap(file, place.start, place.end - place.start)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  /**
   * Copies a weight.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  float[] read(String name) {
    FloatBuffer buffer = buffer(name);
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /**
   * Overwrites a weight.
   *
   * @throws IllegalArgumentException if there is none of that name, or it has another size
   */
  void write(String name, float[] values) {
    FloatBuffer buffer = buffer(name);
    if (buffer.remaining() != values.length) {
      throw new IllegalArgumentException(
          "weight '"
              + name
              + "' has "
              + buffer.remaining()
              + " numbers, but "
              + values.length
              + " are to stand in for them");
    }
    buffer.put(values);
  }
}
