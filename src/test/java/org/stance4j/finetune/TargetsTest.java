package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final int[] LABELS = {0, 0, 0, 1};

  @Test
  void unbalancedEverySentenceOfABatchWeighsTheSame() {
    float[][] targets = new Targets(LABELS, false, 0).of(List.of(0, 3));
    assertArrayEquals(new float[] {0.5f, 0, 0}, targets[0]);
    assertArrayEquals(new float[] {0, 0.5f, 0}, targets[1]);
  }

  /** Weights 4 / (3 · 3) and 4 / (3 · 1): one to three. */
  @Test
  void balancedARareStanceWeighsMore() {
    float[][] targets = new Targets(LABELS, true, 0).of(List.of(0, 3));
    assertArrayEquals(new float[] {0.25f, 0, 0}, targets[0], 1e-6f);
    assertArrayEquals(new float[] {0, 0.75f, 0}, targets[1], 1e-6f);
  }

  /** 0.3 is spread: 0.1 for each, and 0.7 more for the label's. */
  @Test
  void smoothingSpreadsAShareOfTheLabel() {
    float[][] targets = new Targets(LABELS, false, 0.3).of(List.of(3));
    assertArrayEquals(new float[] {0.1f, 0.8f, 0.1f}, targets[0], 1e-6f);
  }
}
