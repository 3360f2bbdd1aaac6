package org.stance4j.tensor;

/** Element types of a tensor, named as in the safetensors format. */
public enum ElementType {
  /** IEEE binary32, little-endian. */
  F32(4),
  /** IEEE binary16, little-endian. */
  F16(2),
  /** Two's complement 32-bit integer, little-endian. */
  I32(4),
  /** Two's complement 8-bit integer. */
  I8(1),
  /** Unsigned byte; also UTF-8 text. */
  U8(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Size of one element in bytes. */
  public int bytes() {
    return bytes;
  }
}
