package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.stance4j.encoder.ProtobufFields.Place;

/**
 * The weights of an ONNX file where they lie, to be read and overwritten without parsing the rest.
 * Weights in single precision alone, kept as raw data. What threads do to different weights does
 * not meet.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class GraphWeights {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALISER = 5;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int TYPE_FLOAT = 1;

  private final byte[] file;
  private final ProtobufFields fields;
  private final Map<String, Place> places = new HashMap<>();

  /**
   * Finds the weights.
   *
   * @param file content of an ONNX file; not copied
   * @throws IllegalArgumentException if it is none
   */
  GraphWeights(byte[] file) {
    this.file = file;
    this.fields = new ProtobufFields(file);
    try {
      fields.visit(
          fields.all(),
          (field, value, graph) -> {
            if (field == MODEL_GRAPH) {
              fields.visit(
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
    fields.visit(
        tensor,
        (field, value, bytes) -> {
          switch (field) {
            case TENSOR_TYPE -> single[0] = value == TYPE_FLOAT;
            case TENSOR_NAME -> name[0] = fields.text(bytes);
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

  private FloatBuffer buffer(String name) {
    Place place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("the graph has no weight '" + name + "'");
    }
    return ByteBuffer.wrap(file, place.start(), place.length())
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
