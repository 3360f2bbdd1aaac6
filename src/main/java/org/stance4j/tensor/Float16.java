package org.stance4j.tensor;

/** Conversion between binary32 and binary16 (IEEE 754-2008), which Java 17 does not have. */
public final class Float16 {
  private static final int F32_MANTISSA_BITS = 23;
  private static final int F16_MANTISSA_BITS = 10;
  private static final int DROPPED = F32_MANTISSA_BITS - F16_MANTISSA_BITS;

  private Float16() {}

  /** The nearest half-precision number, ties to even; beyond ±65504 the result is infinite. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude >= 0x47800000) {
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x38800000) {
      // Subnormal: adding 0.5 (in units of 2^-24) lets the hardware round to even.
      float shifted = Float.intBitsToFloat(magnitude) + 0.5f;
      return (short) (sign | (Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(0.5f)));
    }
    int odd = (magnitude >>> DROPPED) & 1;
    int rounded = magnitude - (112 << F32_MANTISSA_BITS) + ((1 << (DROPPED - 1)) - 1) + odd;
    return (short) (sign | (rounded >>> DROPPED));
  }

  /** The same number in single precision; exact. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >>> F16_MANTISSA_BITS) & 0x1f;
    int mantissa = half & 0x3ff;
    if (exponent == 0x1f) {
      return Float.intBitsToFloat(sign | 0x7f800000 | (mantissa << DROPPED));
    }
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(
        sign | ((exponent + 112) << F32_MANTISSA_BITS) | (mantissa << DROPPED));
  }

  /** The value after a round trip through half precision. */
  public static float round(float value) {
    return toFloat(of(value));
  }
}
