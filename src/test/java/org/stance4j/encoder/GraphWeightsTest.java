package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.tensor.LowBitRows;
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
        new EncoderDelta("matrix", "w", LowBitRows.of(new float[] {15, -1, 0.5f, -7.5f}, 2, 4));
    new EncoderChanges(List.of(bias), List.of(delta)).applyTo(model);
    assertArrayEquals(new float[] {16, 1, 3.5f, -3.5f}, new GraphWeights(model).read("w"));
    assertArrayEquals(new float[] {0, 1}, new GraphWeights(model).read("b"));
  }

  /** A matrix (32, 4; −16, −8) in eight bits, a column a scale, and a vector. */
  private static byte[] eightBits() {
    byte[] graph = new GraphAddition().weight("b", new float[] {5, 6}, 2).appendTo(new byte[0]);
    return EightBits.append(
        graph,
        EightBits.tensor("w_scale", 1, 4, EightBits.floats(0.5f, 0.125f)),
        EightBits.tensor("w_zero_point", 3, 5, new byte[] {0, 0}),
        EightBits.tensor("w_quantized", 3, 9, new byte[] {64, 32, -32, -64}));
  }

  @Test
  void aMatrixInEightBitsIsReadAsNumbersAndWrittenBackUnchanged() {
    byte[] graph = eightBits();
    GraphWeights weights = new GraphWeights(graph);
    float[] matrix = weights.read("w");
    assertArrayEquals(new float[] {32, 4, -16, -8}, matrix);
    weights.write("w", matrix);
    assertArrayEquals(eightBits(), graph);
    assertArrayEquals(new float[] {5, 6}, weights.read("b"));
  }

  /**
   * The first column's largest is 16 = 64 · 0.25, the second's 6.4 = 64 · 0.1; 0.17 is 1.7 steps.
   */
  @Test
  void aNewMatrixGetsNewScalesAndStaysInSevenBits() {
    byte[] graph = eightBits();
    GraphWeights weights = new GraphWeights(graph);
    weights.write("w", new float[] {16, 0.17f, 0.25f, -6.4f});
    assertArrayEquals(new float[] {16, 0.2f, 0.25f, -6.4f}, weights.read("w"), 1e-6f);
    assertArrayEquals(
        new byte[] {64, 2, 1, -64}, Arrays.copyOfRange(graph, graph.length - 4, graph.length));
    weights.write("w", new float[] {0, 1, 0, 2});
    assertArrayEquals(new float[] {0, 1, 0, 2}, weights.read("w"));
  }

  /** Zero point 100: 155 steps above it, 100 below; one scale, 0.1 for 15.5 and for −10. */
  @Test
  void aZeroPointAndOneScaleStayWhatTheyAre() {
    for (byte[] zeroPoint :
        List.of(
            EightBits.tensor("w_zero_point", 2, 5, new byte[] {100}),
            EightBits.tensor("w_zero_point", 2, 9, new byte[] {100}))) {
      byte[] graph =
          EightBits.append(
              new byte[] {8, 7},
              EightBits.tensor("w_scale", 1, 9, EightBits.floats(0.5f)),
              zeroPoint,
              EightBits.tensor("w_quantized", 2, 9, new byte[] {0, (byte) 255, 100, 101}));
      GraphWeights weights = new GraphWeights(graph);
      assertArrayEquals(new float[] {-50, 77.5f, 0, 0.5f}, weights.read("w"));
      weights.write("w", new float[] {15.5f, -2, -10, 0.12f});
      assertArrayEquals(new float[] {15.5f, -2, -10, 0.1f}, weights.read("w"), 1e-5f);
      assertArrayEquals(
          new byte[] {(byte) 255, 80, 0, 101},
          Arrays.copyOfRange(graph, graph.length - 4, graph.length));
    }
  }

  /** Zero point 200 takes two bytes as an integer. */
  @Test
  void zeroPointsBeyondSevenBitsAreRead() {
    byte[] graph =
        EightBits.append(
            new byte[] {8, 7},
            EightBits.tensor("w_scale", 1, 9, EightBits.floats(1, 2)),
            EightBits.tensor("w_zero_point", 2, 5, new byte[] {(byte) 0xc8, 1, 3}),
            EightBits.tensor("w_quantized", 2, 9, new byte[] {(byte) 201, 4}));
    assertArrayEquals(new float[] {1, 2}, new GraphWeights(graph).read("w"));
  }

  @Test
  void scalesThatDoNotFitAndOtherSizesAreRefused() {
    byte[] graph =
        EightBits.append(
            new byte[] {8, 7},
            EightBits.tensor("w_scale", 1, 9, EightBits.floats(1, 2)),
            EightBits.tensor("w_zero_point", 3, 5, new byte[] {0, 0}),
            EightBits.tensor("w_quantized", 3, 9, new byte[] {1, 2, 3}));
    assertEquals(
        "3 numbers in eight bits cannot have 2 scales and 2 zero points",
        assertThrows(IllegalArgumentException.class, () -> new GraphWeights(graph).read("w"))
            .getMessage());
    assertEquals(
        "weight 'w' has 4 numbers, but 3 are to stand in for them",
        assertThrows(
                IllegalArgumentException.class,
                () -> new GraphWeights(eightBits()).write("w", new float[3]))
            .getMessage());
  }

  /** (31, 4; −16, −8) in single precision becomes (46, 3; −16, −8), in steps of 46 / 64. */
  @Test
  void changesAreWrittenIntoTheGraphInEightBits() {
    byte[] single =
        new GraphAddition()
            .weight("w", new float[] {31, 4, -16, -8}, 2, 2)
            .weight("b", new float[] {5, 6}, 2)
            .appendTo(new byte[] {8, 7});
    EncoderWeight bias = new EncoderWeight("bias", "b", Tensor.ofFloats(new float[] {0, 1}, 2));
    EncoderDelta delta =
        new EncoderDelta("matrix", "w", LowBitRows.of(new float[] {15, -1, 0, 0}, 2, 4));
    byte[] graph = eightBits();
    byte[] before = single.clone();
    new EncoderChanges(List.of(bias), List.of(delta)).apply(single, graph);
    assertArrayEquals(before, single);
    assertArrayEquals(
        new float[] {46, 3, -16, -8}, new GraphWeights(graph).read("w"), 46f / 64 / 2);
    assertArrayEquals(new float[] {0, 1}, new GraphWeights(graph).read("b"));
  }

  @Test
  void aDeltaIsWhatWasLearnt() {
    EncoderWeight before =
        new EncoderWeight("matrix", "w", Tensor.ofFloats(new float[] {1, 2, 3, 4}, 2, 2));
    EncoderDelta delta = EncoderDelta.of(before, before.with(new float[] {16, 1, 3.5f, -3.5f}), 4);
    assertArrayEquals(new float[] {15, -1, 0.5f, -7.5f}, delta.difference().floats());
    EncoderChanges tooLarge =
        new EncoderChanges(
            List.of(), List.of(new EncoderDelta("m", "b", LowBitRows.of(new float[4], 2, 4))));
    assertEquals(
        "the difference of m has 4 numbers, but the matrix 2",
        assertThrows(IllegalArgumentException.class, () -> tooLarge.applyTo(model())).getMessage());
  }
}
