package org.stance4j.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A dense array in row-major order. Immutable and thread-safe. */
public final class Tensor {
  private final ElementType type;
  private final List<Integer> shape;
  private final byte[] data;

  private Tensor(ElementType type, List<Integer> shape, byte[] data) {
    long bytes = bytes(type, shape);
    if (bytes != data.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " of " + type + " needs " + bytes + " bytes, got " + data.length);
    }
    this.type = type;
    this.shape = List.copyOf(shape);
    this.data = data;
  }

  private static long bytes(ElementType type, List<Integer> shape) {
    long bytes = type.bytes();
    for (int size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + shape);
      }
      if (Math.multiplyHigh(bytes, size) != 0 || bytes * size < 0) {
        throw new IllegalArgumentException("shape " + shape + " holds more than 2^63 bytes");
      }
      bytes *= size;
    }
    return bytes;
  }

  /**
   * A tensor over little-endian bytes, which are copied.
   *
   * @throws IllegalArgumentException if shape and length disagree
   */
  public static Tensor ofBytes(ElementType type, List<Integer> shape, byte[] littleEndian) {
    return new Tensor(type, shape, littleEndian.clone());
  }

  /** An {@link ElementType#F32} tensor. */
  public static Tensor ofFloats(float[] values, Integer... shape) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    buffer.asFloatBuffer().put(values);
    return new Tensor(ElementType.F32, List.of(shape), bytes);
  }

  /** An {@link ElementType#F16} tensor; values are rounded to the nearest half. */
  public static Tensor ofHalves(float[] values, Integer... shape) {
    byte[] bytes = new byte[values.length * Short.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    for (float value : values) {
      buffer.putShort(Float16.of(value));
    }
    return new Tensor(ElementType.F16, List.of(shape), bytes);
  }

  /** An {@link ElementType#I32} tensor. */
  public static Tensor ofInts(int[] values, Integer... shape) {
    byte[] bytes = new byte[values.length * Integer.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    buffer.asIntBuffer().put(values);
    return new Tensor(ElementType.I32, List.of(shape), bytes);
  }

  /** A one-dimensional {@link ElementType#U8} tensor of the text's UTF-8 bytes. */
  public static Tensor ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Tensor(ElementType.U8, List.of(bytes.length), bytes);
  }

  /** The element type. */
  public ElementType type() {
    return type;
  }

  /** The sizes, outermost first. */
  public List<Integer> shape() {
    return shape;
  }

  /** A copy of the raw little-endian bytes. */
  public byte[] bytes() {
    return data.clone();
  }

  /**
   * The elements as single-precision numbers.
   *
   * @throws IllegalStateException if the type is neither F32 nor F16
   */
  public float[] floats() {
    ByteBuffer buffer = littleEndian(data);
    if (type == ElementType.F32) {
      float[] values = new float[data.length / Float.BYTES];
      buffer.asFloatBuffer().get(values);
      return values;
    }
    require(ElementType.F16);
    float[] values = new float[data.length / Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float16.toFloat(buffer.getShort());
    }
    return values;
  }

  /**
   * The elements as integers.
   *
   * @throws IllegalStateException if the type is not I32
   */
  public int[] ints() {
    require(ElementType.I32);
    int[] values = new int[data.length / Integer.BYTES];
    littleEndian(data).asIntBuffer().get(values);
    return values;
  }

  /**
   * The bytes as UTF-8 text.
   *
   * @throws IllegalStateException if the type is not U8
   */
  public String text() {
    require(ElementType.U8);
    return new String(data, StandardCharsets.UTF_8);
  }

  private void require(ElementType wanted) {
    if (type != wanted) {
      throw new IllegalStateException("tensor holds " + type + ", not " + wanted);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
