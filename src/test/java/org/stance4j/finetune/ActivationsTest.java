package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ActivationsTest {
  @Test
  void expIsWithinAMillionthOfItsSize() {
    for (float x = -86.5f; x < 80; x += 0.037f) {
      double exact = Math.exp(x);
      assertEquals(1, Activations.exp(x) / exact, 1e-6, "e^" + x);
    }
    assertEquals(1, Activations.exp(0));
    assertEquals(0, Activations.exp(-100));
    assertEquals(0, Activations.exp(Float.NEGATIVE_INFINITY));
  }

  /** Φ(1) = 0.8413447, φ(1) = 0.2419707, Φ(−2) = 0.0227501, φ(2) = 0.0539910. */
  @Test
  void geluAndItsSlopeAreThoseOfTheTables() {
    float[] row = {0, 1, -2, 9, -9};
    float[] slope = new float[row.length];
    Activations.gelu(row, slope);
    assertArrayEquals(new float[] {0, 0.8413447f, -0.0455003f, 9, 0}, row, 3e-7f);
    assertArrayEquals(
        new float[] {0.5f, 1.0833154f, 0.0227501f - 2 * 0.0539910f, 1, 0}, slope, 3e-7f);
  }

  /** e⁰ : e^ln2 : e^ln5 = 1 : 2 : 5, also far from zero; what is behind the length stays. */
  @Test
  void softmaxSharesByExponentials() {
    float ln2 = (float) Math.log(2);
    float ln5 = (float) Math.log(5);
    float[] row = {0, ln2, ln5, 7};
    Activations.softmax(row, 3);
    assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f, 7}, row, 1e-6f);
    float[] far = {1000, 1000 + ln2, 1000 + ln5};
    Activations.softmax(far, 3);
    assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f}, far, 1e-4f);
  }
}
