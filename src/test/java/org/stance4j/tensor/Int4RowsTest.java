package org.stance4j.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Int4RowsTest {
  @Test
  void wholeMultiplesOfASeventhOfTheLargestAreKeptAsTheyAre() {
    float[] matrix = {7, -3, 0, 1, -3.5f, 1.5f, 0.5f, -0.5f, 0, 0, 0, 0};
    Int4Rows rows = Int4Rows.of(matrix, 3);
    assertArrayEquals(matrix, rows.floats());
    assertArrayEquals(new float[] {1, 0.5f, 0}, rows.scales().floats());
    // 7 + 8 and −3 + 8: the lower half of a byte first
    assertEquals(15 | 5 << 4, rows.pairs().bytes()[0] & 0xff);
    assertEquals(List.of(3, 2), rows.pairs().shape());
  }

  /** 1 000 ones and a ten: cutting the ten to 5 costs 25, a step of 10/7 would cost 184. */
  @Test
  void aSingleLargeNumberIsCutWhereThatHelpsTheOthers() {
    float[] matrix = new float[1_002];
    Arrays.fill(matrix, 1);
    matrix[0] = 10;
    float[] rounded = Int4Rows.of(matrix, 1).floats();
    double error = 0;
    for (int i = 0; i < matrix.length; i++) {
      error += (matrix[i] - rounded[i]) * (matrix[i] - rounded[i]);
    }
    assertTrue(rounded[0] < 10, () -> "" + rounded[0]);
    double whole = 1_001 * Math.pow(10 / 7.0 - 1, 2);
    double found = error;
    assertTrue(found < whole, () -> found + " instead of " + whole);
  }

  @Test
  void normalNumbersLoseATenthOfTheirSizeOrLittleMore() {
    Random random = new Random(3);
    float[] matrix = new float[40_000];
    double size = 0;
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) random.nextGaussian();
      size += matrix[i] * matrix[i];
    }
    float[] rounded = Int4Rows.of(matrix, 100).floats();
    double error = 0;
    for (int i = 0; i < matrix.length; i++) {
      error += (matrix[i] - rounded[i]) * (matrix[i] - rounded[i]);
    }
    double share = Math.sqrt(error / size);
    assertTrue(share > 0.08 && share < 0.13, () -> "" + share);
  }

  @Test
  void whatIsStoredIsReadBack() {
    Int4Rows rows = Int4Rows.of(new float[] {1, -2, 3, -4, 5, 6}, 3);
    Int4Rows again = Int4Rows.of(rows.pairs(), rows.scales().floats());
    assertArrayEquals(rows.floats(), again.floats());
    assertThrows(TensorFormatException.class, () -> Int4Rows.of(rows.pairs(), new float[] {1, 2}));
    assertThrows(
        TensorFormatException.class,
        () -> Int4Rows.of(Tensor.ofFloats(new float[3], 3, 1), new float[3]));
  }

  @Test
  void oddRowsAndNumbersThatAreNotFiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Int4Rows.of(new float[3], 1));
    assertThrows(IllegalArgumentException.class, () -> Int4Rows.of(new float[4], 0));
    assertThrows(IllegalArgumentException.class, () -> Int4Rows.of(new float[] {1, Float.NaN}, 1));
  }
}
