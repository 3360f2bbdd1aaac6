package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final Map<String, Place> places = new HashMap<>();

  /** Bytes from {@code start} to before {@code end}. */
  private record Place(int start, int end) {}

  /**
   * Finds the weights.
   *
   * @param file content of an ONNX file; not copied
   * @throws IllegalArgumentException if it is none
   */
  GraphWeights(byte[] file) {
    this.file = file;
    WireFormat.walk(
        file,
        0,
        file.length,
        (field, value, tag, start, end) -> {
          if (field == MODEL_GRAPH) {
            WireFormat.walk(file, start, end, this::initialiser);
          }
        });
  }

  private void initialiser(int field, long value, int tag, int start, int end) {
    if (field == GRAPH_INITIALISER) {
      add(start, end);
    }
  }

  private void add(int from, int to) {
    String[] name = {""};
    List<Place> data = new ArrayList<>();
    boolean[] single = {false};
    WireFormat.walk(
        file,
        from,
        to,
        (field, value, tag, start, end) -> {
          switch (field) {
            case TENSOR_TYPE -> single[0] = value == TYPE_FLOAT;
            case TENSOR_NAME ->
                name[0] = new String(file, start, end - start, StandardCharsets.UTF_8);
            case TENSOR_RAW_DATA -> data.add(new Place(start, end));
            default -> {
              // shape and documentation
            }
          }
        });
    if (single[0] && !data.isEmpty()) {
      places.put(name[0], data.get(0));
    }
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
