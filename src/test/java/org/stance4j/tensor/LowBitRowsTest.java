package org.stance4j.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowBitRowsTest {
  @Test
  void oddMultiplesOfAFifteenthOfTheLargestAreKeptInFourBits() {
    float[] matrix = {15, -3, 1, -1, -7.5f, 6.5f, 0.5f, -0.5f, 0, 0, 0, 0};
    LowBitRows rows = LowBitRows.of(matrix, 3, 4);
    assertArrayEquals(matrix, rows.floats());
    assertArrayEquals(new float[] {1, 0.5f, 0}, rows.scales().floats());
    // (15 + 15) / 2 and (−3 + 15) / 2: the lower half of a byte first
    assertEquals(15 | 6 << 4, rows.packed().bytes()[0] & 0xff);
    assertEquals(List.of(3, 2), rows.packed().shape());
  }

  @Test
  void thirdsOfTheLargestAreKeptInTwoBits() {
    float[] matrix = {3, -1, 1, -3, -0.5f, 1.5f, 0.5f, -1.5f};
    LowBitRows rows = LowBitRows.of(matrix, 2, 2);
    assertArrayEquals(matrix, rows.floats());
    assertArrayEquals(new float[] {1, 0.5f}, rows.scales().floats());
    // 3, −1, 1, −3 are 3, 1, 2 and 0: the lowest two bits first
    assertEquals(3 | 1 << 2 | 2 << 4, rows.packed().bytes()[0] & 0xff);
    assertEquals(List.of(2, 1), rows.packed().shape());
  }

  /** 1 000 ones and a ten: cutting the ten costs at most 81, a step of 20/15 would cost 111. */
  @Test
  void aSingleLargeNumberIsCutWhereThatHelpsTheOthers() {
    float[] matrix = new float[1_002];
    Arrays.fill(matrix, 1);
    matrix[0] = 10;
    float[] rounded = LowBitRows.of(matrix, 1, 4).floats();
    assertTrue(rounded[0] < 10, () -> "" + rounded[0]);
    double whole = 1_001 * Math.pow(1 - 10 / 15.0, 2);
    assertTrue(lost(matrix, rounded) < whole, () -> lost(matrix, rounded) + ", not " + whole);
  }

  /** Max 1960, table II: 0.1188 with 4 levels, 0.01154 with 16. */
  @ParameterizedTest
  @CsvSource({"2, 0.1188", "4, 0.01154"})
  void normalNumbersLoseTheShareOfTheirVarianceThatIsKnown(int bits, double known) {
    Random random = new Random(3);
    float[] matrix = new float[40_000];
    double size = 0;
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) random.nextGaussian();
      size += matrix[i] * matrix[i];
    }
    double share = lost(matrix, LowBitRows.of(matrix, 100, bits).floats()) / size;
    assertEquals(known, share, 0.05 * known);
  }

  private static double lost(float[] matrix, float[] rounded) {
    double error = 0;
    for (int i = 0; i < matrix.length; i++) {
      error += (matrix[i] - rounded[i]) * (matrix[i] - rounded[i]);
    }
    return error;
  }

  @ParameterizedTest
  @CsvSource({"2", "4"})
  void whatIsStoredIsReadBack(int bits) {
    LowBitRows rows = LowBitRows.of(new float[] {1, -2, 3, -4, 5, 6, 7, 8}, 2, bits);
    LowBitRows again = LowBitRows.of(rows.packed(), rows.scales().floats(), bits);
    assertArrayEquals(rows.floats(), again.floats());
    assertThrows(
        TensorFormatException.class, () -> LowBitRows.of(rows.packed(), new float[] {1}, bits));
    assertThrows(
        TensorFormatException.class,
        () -> LowBitRows.of(Tensor.ofFloats(new float[3], 3, 1), new float[3], bits));
  }

  @Test
  void rowsThatFillNoBytesOtherBitsAndNumbersThatAreNotFiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> LowBitRows.of(new float[3], 1, 4));
    assertThrows(IllegalArgumentException.class, () -> LowBitRows.of(new float[6], 1, 2));
    assertThrows(IllegalArgumentException.class, () -> LowBitRows.of(new float[4], 0, 4));
    assertThrows(IllegalArgumentException.class, () -> LowBitRows.of(new float[8], 1, 3));
    assertThrows(
        IllegalArgumentException.class, () -> LowBitRows.of(new float[] {1, Float.NaN}, 1, 4));
  }
}
