package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
  /** R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void thePublishedIntervalsComeOut(int k, int n, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(k, n);
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  @Test
  void fiveOfTenByHand() {
    // z² = 3.841459, so the half width is 1.959964 · √(0.025 + 0.00960365) / 1.3841459
    WilsonInterval interval = WilsonInterval.of(5, 10);
    assertEquals(0.5 - 0.263405, interval.low(), 5e-6);
    assertEquals(0.5 + 0.263405, interval.high(), 5e-6);
  }

  @Test
  void theEndsAreExact() {
    assertEquals(0, WilsonInterval.of(0, 10).low());
    assertEquals(3.841459 / 13.841459, WilsonInterval.of(0, 10).high(), 5e-7);
    assertEquals(1, WilsonInterval.of(10, 10).high());
    assertEquals(10 / 13.841459, WilsonInterval.of(10, 10).low(), 5e-7);
  }

  @Test
  void whatIsNoShareIsRefused() {
    for (int[] wrong : new int[][] {{0, 0}, {-1, 5}, {6, 5}}) {
      assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(wrong[0], wrong[1]));
    }
    assertThrows(IllegalArgumentException.class, () -> new WilsonInterval(0.5, 0.4));
    assertThrows(IllegalArgumentException.class, () -> new WilsonInterval(Double.NaN, 1));
  }
}
