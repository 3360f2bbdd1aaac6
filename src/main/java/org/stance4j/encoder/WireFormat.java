package org.stance4j.encoder;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of a protobuf message without knowing its type.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class WireFormat {
  private WireFormat() {}

  /** Told of the fields of a message. */
  interface Fields {
    /**
     * A field.
     *
     * @param number of the field
     * @param value of a varint; 0 for others
     * @param tag where the field begins
     * @param start where its content begins
     * @param end behind its content
     */
    void field(int number, long value, int tag, int start, int end);
  }

  /**
   * Walks over a message, field by field.
   *
   * @param file that it is part of
   * @param start of the message
   * @param end behind the message
   * @throws IllegalArgumentException if it is none
   */
  static void walk(byte[] file, int start, int end, Fields fields) {
    int at = start;
    while (at < end) {
      int tag = at;
      long key = number(file, at, end);
      at = behindNumber(file, at, end);
      int field = (int) Math.min(key >>> 3, Integer.MAX_VALUE);
      int from = at;
      long value = 0;
      switch ((int) key & 7) {
        case 0 -> {
          value = number(file, at, end);
          at = behindNumber(file, at, end);
        }
        case 1 -> at += Long.BYTES;
        case 2 -> {
          long length = number(file, at, end);
          from = behindNumber(file, at, end);
          if (length < 0 || length > end - from) {
            throw broken(at);
          }
          at = from + (int) length;
        }
        case 5 -> at += Integer.BYTES;
        default -> throw broken(tag);
      }
      if (at > end) {
        throw broken(tag);
      }
      fields.field(field, value, tag, from, at);
    }
  }

  /** The bytes of a field as text. */
  static String text(byte[] file, int start, int end) {
    return new String(file, start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * A number of seven bits a byte, the lowest first.
   *
   * @param end behind the message that it is part of
   * @throws IllegalArgumentException if it does not end before that
   */
  static long number(byte[] file, int at, int end) {
    long number = 0;
    int last = behindNumber(file, at, end);
    for (int i = at; i < last; i++) {
      number |= (long) (file[i] & 0x7f) << (7 * (i - at));
    }
    return number;
  }

  /**
   * Where what follows a number begins.
   *
   * @throws IllegalArgumentException if it does not end before the message
   */
  static int behindNumber(byte[] file, int at, int end) {
    int last = at;
    while (last < end && file[last] < 0 && last - at < Long.BYTES + 1) {
      last++;
    }
    if (last >= end) {
      throw broken(at);
    }
    return last + 1;
  }

  private static IllegalArgumentException broken(int at) {
    return new IllegalArgumentException("not an ONNX file: no valid field at byte " + at);
  }
}
