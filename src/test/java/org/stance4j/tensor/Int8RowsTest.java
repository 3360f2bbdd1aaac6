package org.stance4j.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Int8RowsTest {
  private static float[] random(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4));
    }
    return values;
  }

  @Test
  void eachRowHasItsOwnScale() {
    Int8Rows rows = Int8Rows.of(new float[] {127, -63.6f, 0, 0.5f, -1, 0.25f, 0, 0, 0}, 3);
    assertArrayEquals(new byte[] {127, -64, 0, 63, -127, 32, 0, 0, 0}, rows.values().bytes());
    float[] scales = rows.scales().floats();
    assertEquals(1, scales[0]);
    // 1/127 rounded up to 12 bits
    assertEquals(1.0 / 127, scales[1], 1.0 / 127 / 4096);
    assertTrue(scales[1] >= 1f / 127);
    assertEquals(0, scales[2]);
    assertEquals(-64, rows.floats()[1]);
    assertEquals(List.of(3, 3), rows.values().shape());
  }

  @Test
  void noNumberIsOffByMoreThanHalfAScale() {
    float[] matrix = random(5000, 1);
    Int8Rows rows = Int8Rows.of(matrix, 50);
    float[] scales = rows.scales().floats();
    float[] rounded = rows.floats();
    for (int i = 0; i < matrix.length; i++) {
      assertEquals(matrix[i], rounded[i], scales[i / 100] * 0.5001);
    }
  }

  @Test
  void roundingAgainChangesNothing() {
    for (long seed = 1; seed <= 20; seed++) {
      Int8Rows once = Int8Rows.of(random(300, seed), 3);
      Int8Rows twice = Int8Rows.of(once.floats(), 3);
      assertArrayEquals(once.values().bytes(), twice.values().bytes());
      assertArrayEquals(once.scales().floats(), twice.scales().floats());
    }
  }

  @Test
  void whatIsStoredIsReadAgain() {
    Int8Rows rows = Int8Rows.of(random(40, 3), 4);
    assertArrayEquals(rows.floats(), Int8Rows.of(rows.values(), rows.scales().floats()).floats());
    assertEquals(
        "rows in eight bits need values I8 [3][width], got I8 [4, 10]",
        assertThrows(TensorFormatException.class, () -> Int8Rows.of(rows.values(), new float[3]))
            .getMessage());
  }

  @Test
  void shapesThatDoNotFitAndNumbersThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Int8Rows.of(new float[5], 2));
    assertThrows(IllegalArgumentException.class, () -> Int8Rows.of(new float[0], 0));
    assertThrows(IllegalArgumentException.class, () -> Int8Rows.of(new float[] {1, Float.NaN}, 1));
  }
}
