package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.tensor.Int4Rows;
import org.stance4j.tensor.Tensor;

class GraphWeightsTest {
  /** A model with a version, a node, and two weights. */
  private static byte[] model() {
    return new GraphAddition()
        .node("MatMul", List.of("x", "w"), "y")
        .weight("w", new float[] {1, 2, 3, 4}, 2, 2)
        .weight("b", new float[] {5, 6}, 2)
        .appendTo(new byte[] {8, 7});
  }

  @Test
  void weightsAreReadAndOverwrittenWhereTheyLie() {
    byte[] model = model();
    GraphWeights weights = new GraphWeights(model);
    assertArrayEquals(new float[] {1, 2, 3, 4}, weights.read("w"));
    weights.write("b", new float[] {-1, 0.5f});
    assertArrayEquals(new float[] {-1, 0.5f}, new GraphWeights(model).read("b"));
    weights.write("b", new float[] {5, 6});
    assertArrayEquals(model(), model);
  }

  @Test
  void unknownNamesAndOtherSizesAreRefused() {
    GraphWeights weights = new GraphWeights(model());
    assertEquals(
        "the graph has no weight 'y'",
        assertThrows(IllegalArgumentException.class, () -> weights.read("y")).getMessage());
    assertEquals(
        "weight 'b' has 2 numbers, but 3 are to stand in for them",
        assertThrows(IllegalArgumentException.class, () -> weights.write("b", new float[3]))
            .getMessage());
  }

  @Test
  void aFileThatEndsEarlyIsNoGraph() {
    byte[] model = model();
    for (int length = 3; length < model.length; length++) {
      byte[] cut = Arrays.copyOf(model, length);
      assertThrows(IllegalArgumentException.class, () -> new GraphWeights(cut), "" + length);
    }
    byte[] negative = {7 << 3 | 2, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    assertThrows(IllegalArgumentException.class, () -> new GraphWeights(negative));
  }

  @Test
  void changesAreWrittenIntoTheGraph() {
    byte[] model = model();
    EncoderWeight bias = new EncoderWeight("bias", "b", Tensor.ofFloats(new float[] {0, 1}, 2));
    EncoderDelta delta =
        new EncoderDelta("matrix", "w", Int4Rows.of(new float[] {7, -1, 0, 3.5f}, 2));
    new EncoderChanges(List.of(bias), List.of(delta)).applyTo(model);
    assertArrayEquals(new float[] {8, 1, 3, 7.5f}, new GraphWeights(model).read("w"));
    assertArrayEquals(new float[] {0, 1}, new GraphWeights(model).read("b"));
  }

  @Test
  void aDeltaIsWhatWasLearnt() {
    EncoderWeight before =
        new EncoderWeight("matrix", "w", Tensor.ofFloats(new float[] {1, 2, 3, 4}, 2, 2));
    EncoderDelta delta = EncoderDelta.of(before, before.with(new float[] {8, 1, 3, 7.5f}));
    assertArrayEquals(new float[] {7, -1, 0, 3.5f}, delta.difference().floats());
    EncoderChanges tooLarge =
        new EncoderChanges(
            List.of(), List.of(new EncoderDelta("m", "b", Int4Rows.of(new float[4], 2))));
    assertEquals(
        "the difference of m has 4 numbers, but the matrix 2",
        assertThrows(IllegalArgumentException.class, () -> tooLarge.applyTo(model())).getMessage());
  }
}
