package org.stance4j.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final List<int[]> LABELS = List.of(new int[] {0, 0}, new int[] {0}, new int[] {1});

  @Test
  void unbalancedEveryTextOfABatchWeighsTheSame() {
    List<float[][]> targets = new Targets(LABELS, false, 0).of(List.of(0, 2));
    assertEquals(2, targets.size());
    assertArrayEquals(new float[] {1 / 3f, 0, 0}, targets.get(0)[0], 1e-6f);
    assertArrayEquals(new float[] {1 / 3f, 0, 0}, targets.get(0)[1], 1e-6f);
    assertArrayEquals(new float[] {0, 1 / 3f, 0}, targets.get(1)[0], 1e-6f);
  }

  /** Weights 4 / (3 · 3) and 4 / (3 · 1): one to three. */
  @Test
  void balancedARareStanceWeighsMore() {
    List<float[][]> targets = new Targets(LABELS, true, 0).of(List.of(1, 2));
    assertArrayEquals(new float[] {0.25f, 0, 0}, targets.get(0)[0], 1e-6f);
    assertArrayEquals(new float[] {0, 0.75f, 0}, targets.get(1)[0], 1e-6f);
  }

  /** 0.3 is spread: 0.1 for each, and 0.7 more for the label's. */
  @Test
  void smoothingSpreadsAShareOfTheLabel() {
    List<float[][]> targets = new Targets(LABELS, false, 0.3).of(List.of(2));
    assertArrayEquals(new float[] {0.1f, 0.8f, 0.1f}, targets.get(0)[0], 1e-6f);
  }
}
