package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LearningRateTest {
  /** Ten steps, two of them rising: 1/2, 2/2, then 8/9, 7/9 … 1/9. */
  @Test
  void itRisesAndThenFallsInStraightLines() {
    LearningRate rate = new LearningRate(18, 0.2, 10);
    assertEquals(9, rate.of(1));
    assertEquals(18, rate.of(2));
    assertEquals(16, rate.of(3), 1e-12);
    assertEquals(14, rate.of(4), 1e-12);
    assertEquals(2, rate.of(10), 1e-12);
  }

  @Test
  void withoutWarmUpItFallsFromTheFirstStepOn() {
    LearningRate rate = new LearningRate(4, 0, 3);
    assertEquals(3, rate.of(1), 1e-12);
    assertEquals(2, rate.of(2), 1e-12);
    assertEquals(1, rate.of(3), 1e-12);
  }

  @Test
  void everyStepMoves() {
    LearningRate rate = new LearningRate(1, 0.1, 7);
    for (int step = 1; step <= 7; step++) {
      assertTrue(rate.of(step) > 0 && rate.of(step) <= 1, step + ": " + rate.of(step));
    }
  }
}
