package org.stance4j.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {
  /** Bits by hand: sign, five bits of exponent with bias 15, ten bits of fraction. */
  @ParameterizedTest
  @CsvSource({
    "0.0, 0000",
    "-0.0, 8000",
    "1.0, 3c00",
    "-2.0, c000",
    "0.5, 3800",
    "65504.0, 7bff",
    "0.333251953125, 3555",
    "6.103515625E-5, 0400", // 2^-14, the smallest normal number
    "6.097555160522461E-5, 03ff", // 1023 · 2^-24, the largest subnormal one
    "5.9604644775390625E-8, 0001", // 2^-24, the smallest of all
    "Infinity, 7c00",
    "-Infinity, fc00"
  })
  void representableNumbersHaveTheBitsOfTheStandard(float value, String bits) {
    short half = (short) Integer.parseInt(bits, 16);
    assertEquals(half, Float16.of(value));
    assertEquals(Float.floatToRawIntBits(value), Float.floatToRawIntBits(Float16.toFloat(half)));
  }

  /**
   * Halves near 1 are 2^-10 apart, near 2048 they are 2 apart, below 2^-14 they are 2^-24 apart.
   */
  @ParameterizedTest
  @CsvSource({
    "1.00048828125, 3c00", // 1 + 2^-11 lies between 1 (even) and 1 + 2^-10
    "1.00146484375, 3c02", // 1 + 3 · 2^-11 lies between odd and even: up
    "1.0004884, 3c01", // just above the middle
    "2049, 6800",
    "2051, 6802",
    "2.98023223876953125E-8, 0000", // half of the smallest number: to zero
    "2.98023242E-8, 0001",
    "8.94069671630859375E-8, 0002", // 1.5 times the smallest number: to the even one
    "-8.94069671630859375E-8, 8002",
    "6.1005353927612305E-5, 0400", // 1023.5 · 2^-24 carries into the exponent
    "65519.996, 7bff",
    "65520, 7c00", // the middle between 65504 and 65536
    "65536, 7c00",
    "-1E30, fc00"
  })
  void numbersInBetweenGoToTheNearestAndTiesToEven(float value, String bits) {
    assertEquals((short) Integer.parseInt(bits, 16), Float16.of(value));
  }

  @Test
  void notANumberStaysSo() {
    assertTrue(Float.isNaN(Float16.round(Float.NaN)));
    assertTrue(Float.isNaN(Float16.toFloat((short) 0x7c01)));
    // a payload in the low bits alone must not turn into infinity
    assertTrue(Float.isNaN(Float16.round(Float.intBitsToFloat(0x7f800001))));
  }

  @Test
  void everyHalfSurvivesTheWayThroughSinglePrecision() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Float16.toFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertEquals((short) bits, Float16.of(value), Integer.toHexString(bits));
      }
    }
  }

  @Test
  void halvesGrowWithTheirBits() {
    for (int bits = 1; bits <= 0x7c00; bits++) {
      assertTrue(Float16.toFloat((short) bits) > Float16.toFloat((short) (bits - 1)));
    }
  }

  /** Ten bits of fraction: relative error at most 2^-11; below 2^-14, absolute at most 2^-25. */
  @Property(tries = 5000)
  void theErrorIsAtMostHalfAStep(@ForAll @FloatRange(min = -65504, max = 65504) float value) {
    double allowed = Math.max(Math.abs((double) value) * 0x1p-11, 0x1p-25);
    assertTrue(Math.abs((double) Float16.round(value) - value) <= allowed);
  }
}
