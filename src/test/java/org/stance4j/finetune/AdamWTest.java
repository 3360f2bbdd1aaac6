package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class AdamWTest {
  /**
   * After corrections the first step has the size of the rate whatever the gradient. In the second,
   * with gradients 1 and 3 after half: means 0.9 · 0.1 + 0.1 · 3 and 0.999 · 0.001 + 0.001 · 9.
   */
  @Test
  void twoStepsByHand() {
    try (Matrix values = Matrix.of(new float[] {1, -1}, 1, 2);
        Matrix gradient = Matrix.of(new float[] {2, -4}, 1, 2);
        Matrix second = Matrix.of(new float[] {6, 0}, 1, 2)) {
      AdamW adam = new AdamW(values, 0);
      adam.step(gradient, 0.5f, 0.1);
      assertArrayEquals(new float[] {0.9f, -0.9f}, values.copy(), 1e-6f);
      adam.step(second, 0.5f, 0.1);
      double mean = (0.09 + 0.3) / (1 - 0.81);
      double square = (0.000999 + 0.009) / (1 - 0.998001);
      double other = (0.9 * -0.2 / 0.19) / Math.sqrt(0.999 * 0.004 / 0.001999);
      assertArrayEquals(
          new float[] {
            (float) (0.9 - 0.1 * mean / Math.sqrt(square)), (float) (-0.9 - 0.1 * other)
          },
          values.copy(),
          1e-5f);
    }
  }

  /** 1 − 0.1 · 0.5 of what it was, and a step of the rate. */
  @Test
  void decayIsBesideTheStep() {
    try (Matrix values = Matrix.of(new float[] {2}, 1, 1);
        Matrix gradient = Matrix.of(new float[] {7}, 1, 1)) {
      new AdamW(values, 0.5).step(gradient, 1, 0.1);
      assertArrayEquals(new float[] {1.9f - 0.1f}, values.copy(), 1e-6f);
    }
  }
}
