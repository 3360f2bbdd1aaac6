package org.stance4j.encoder;

import java.nio.charset.StandardCharsets;

/**
 * The fields of protobuf messages where they lie in a file.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding of its messages</a>
 */
final class ProtobufFields {
  private final byte[] file;

  /** Bytes from {@code start} to before {@code end}. */
  record Place(int start, int end) {
    /** How many bytes. */
    int length() {
      return end - start;
    }
  }

  /** Told of the fields of a message. */
  interface Visitor {
    /**
     * A field.
     *
     * @param value of a field that is a number; of one of 32 bits these bits; else 0
     * @param bytes of a field that is bytes; else empty
     */
    void field(int number, long value, Place bytes);
  }

  /** Fields of a file, which is not copied. */
  ProtobufFields(byte[] file) {
    this.file = file;
  }

  /** The file as one message. */
  Place all() {
    return new Place(0, file.length);
  }

  /** The bytes of a field as text. */
  String text(Place place) {
    return new String(file, place.start, place.length(), StandardCharsets.UTF_8);
  }

  /**
   * Tells of the fields of a message, in their order.
   *
   * @throws IllegalArgumentException if it is no message
   * @throws IndexOutOfBoundsException if it ends behind the file
   */
  void visit(Place message, Visitor visitor) {
    int at = message.start;
    while (at < message.end) {
      long tag = number(at);
      at = behindNumber(at);
      int field = (int) (tag >>> 3);
      switch ((int) tag & 7) {
        case 0 -> {
          visitor.field(field, number(at), new Place(at, at));
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
          visitor.field(field, 0, new Place(start, at));
        }
        case 5 -> {
          visitor.field(field, bits(at, Integer.BYTES), new Place(at, at));
          at += Integer.BYTES;
        }
        default ->
            throw new IllegalArgumentException("not an ONNX file: unknown field at byte " + at);
      }
    }
  }

  /** Seven bits a byte, the lowest first. */
  long number(int at) {
    long number = 0;
    for (int i = at, shift = 0; shift < Long.SIZE; i++, shift += 7) {
      number |= (long) (file[i] & 0x7f) << shift;
      if (file[i] >= 0) {
        break;
      }
    }
    return number;
  }

  /** Where what follows a number begins. */
  int behindNumber(int at) {
    int end = at;
    while (file[end] < 0) {
      end++;
    }
    return end + 1;
  }

  /** Some bytes as one number, the lowest first. */
  long bits(int at, int size) {
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << Byte.SIZE | (file[at + i] & 0xff);
    }
    return bits;
  }
}
