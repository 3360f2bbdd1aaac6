package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The weights of an ONNX file where they lie, to be read and overwritten without parsing the rest:
 * those in single precision, and matrices that ONNX Runtime's dynamic quantisation put into eight
 * bits, under the names that they had before. What threads do to different weights does not meet.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class GraphWeights {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALISER = 5;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_FLOATS = 4;
  private static final int TENSOR_INTEGERS = 5;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_UINT8 = 2;
  private static final int TYPE_INT8 = 3;

  /** What quantisation appends to the name of a matrix. */
  private static final String QUANTISED = "_quantized";

  private static final String SCALE = "_scale";
  private static final String ZERO_POINT = "_zero_point";

  private final byte[] file;
  private final Map<String, Weight> weights = new HashMap<>();

  /** Bytes from {@code start} to before {@code end}. */
  private record Place(int start, int end) {
    int length() {
      return end - start;
    }
  }

  /**
   * A weight as the file has it.
   *
   * @param field that holds its numbers
   */
  private record Weight(int type, int field, Place numbers) {
    /** Floats lie in both fields alike; bytes are spread out where they are integers. */
    boolean lies() {
      return type == TYPE_FLOAT
          ? field != TENSOR_INTEGERS
          : (type == TYPE_INT8 || type == TYPE_UINT8) && field == TENSOR_RAW_DATA;
    }
  }

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
    int[] type = {0};
    List<Place> numbers = new ArrayList<>();
    int[] field = {0};
    WireFormat.walk(
        file,
        from,
        to,
        (inner, value, tag, start, end) -> {
          switch (inner) {
            case TENSOR_TYPE -> type[0] = (int) value;
            case TENSOR_NAME -> name[0] = WireFormat.text(file, start, end);
            case TENSOR_FLOATS, TENSOR_INTEGERS, TENSOR_RAW_DATA -> {
              field[0] = inner;
              numbers.add(new Place(start, end));
            }
            default -> {
              // shape and documentation
            }
          }
        });
    if (!numbers.isEmpty()) {
      weights.put(name[0], new Weight(type[0], field[0], numbers.get(numbers.size() - 1)));
    }
  }

  private FloatBuffer buffer(String name) {
    Weight weight = weights.get(name);
    if (weight == null || weight.type != TYPE_FLOAT || !weight.lies()) {
      throw new IllegalArgumentException("the graph has no weight '" + name + "'");
    }
    return ByteBuffer.wrap(file, weight.numbers.start, weight.numbers.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  /** The matrix of that name in eight bits, or null where the graph has none. */
  private @Nullable EightBitMatrix eightBits(String name) {
    Weight matrix = weights.get(name + QUANTISED);
    Weight zeroPoint = weights.get(name + ZERO_POINT);
    if (matrix == null || matrix.type == TYPE_FLOAT || !matrix.lies() || zeroPoint == null) {
      return null;
    }
    boolean signed = matrix.type == TYPE_INT8;
    return new EightBitMatrix(
        file,
        matrix.numbers.start,
        matrix.numbers.length(),
        signed,
        buffer(name + SCALE),
        zeroPoint.lies() ? bytes(zeroPoint.numbers, signed) : integers(zeroPoint.numbers));
  }

  private int[] bytes(Place place, boolean signed) {
    int[] values = new int[place.length()];
    for (int i = 0; i < values.length; i++) {
      byte value = file[place.start + i];
      values[i] = signed ? value : Byte.toUnsignedInt(value);
    }
    return values;
  }

  private int[] integers(Place place) {
    IntStream.Builder values = IntStream.builder();
    for (int at = place.start; at < place.end; at = WireFormat.behindNumber(file, at, place.end)) {
      values.add((int) WireFormat.number(file, at, place.end));
    }
    return values.build().toArray();
  }

  /**
   * Copies a weight.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  float[] read(String name) {
    EightBitMatrix matrix = eightBits(name);
    if (matrix != null) {
      return matrix.read();
    }
    FloatBuffer buffer = buffer(name);
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /**
   * Overwrites a weight; a matrix in eight bits is rounded to them.
   *
   * @throws IllegalArgumentException if there is none of that name, or it has another size
   */
  void write(String name, float[] values) {
    EightBitMatrix matrix = eightBits(name);
    if (matrix != null) {
      checkSize(name, matrix.size(), values.length);
      matrix.write(values);
    } else {
      FloatBuffer buffer = buffer(name);
      checkSize(name, buffer.remaining(), values.length);
      buffer.put(values);
    }
  }

  private static void checkSize(String name, int size, int given) {
    if (size != given) {
      throw new IllegalArgumentException(
          "weight '"
              + name
              + "' has "
              + size
              + " numbers, but "
              + given
              + " are to stand in for them");
    }
  }
}
