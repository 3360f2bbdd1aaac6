package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import onnx.Onnx;
import org.junit.jupiter.api.Test;

class GraphPruningTest {
  private static final byte[] VERSION = {8, 7};

  private static GraphAddition first() {
    return new GraphAddition()
        .node("MatMul", List.of("x", "w"), "y")
        .weight("w", new float[] {1, 2}, 2, 1);
  }

  /** x · w = y, y · v = z, of which y alone is wanted. */
  @Test
  void whatAWantedTensorDoesNotNeedGoes() {
    byte[] model =
        first()
            .node("MatMul", List.of("y", "v"), "z")
            .weight("v", new float[] {3}, 1, 1)
            .output("z")
            .appendTo(VERSION);
    assertArrayEquals(first().appendTo(VERSION), GraphPruning.keep(model, Set.of("y")));
    assertArrayEquals(model, GraphPruning.keep(model, Set.of("z")));
  }

  @Test
  void aNodeOfSeveralUsersStaysOnce() {
    byte[] model =
        first()
            .node("Add", List.of("y", "y"), "s")
            .node("Add", List.of("s", "y"), "t")
            .output("s")
            .output("t")
            .appendTo(VERSION);
    assertArrayEquals(model, GraphPruning.keep(model, Set.of("s", "t")));
    byte[] without = first().node("Add", List.of("y", "y"), "s").output("s").appendTo(VERSION);
    assertArrayEquals(without, GraphPruning.keep(model, Set.of("s")));
  }

  /** A condition whose branch reads z: without it the branch would read nothing. */
  @Test
  void whatAGraphWithinANodeReadsStays() {
    byte[] model = condition().build().toByteArray();
    assertArrayEquals(model, GraphPruning.keep(model, Set.of("y")));
    Onnx.ModelProto.Builder more = condition();
    more.getGraphBuilder()
        .addNode(Onnx.NodeProto.newBuilder().setOpType("Neg").addInput("z").addOutput("unused"));
    assertArrayEquals(model, GraphPruning.keep(more.build().toByteArray(), Set.of("y")));
  }

  private static Onnx.ModelProto.Builder condition() {
    Onnx.GraphProto branch =
        Onnx.GraphProto.newBuilder()
            .addNode(Onnx.NodeProto.newBuilder().setOpType("Neg").addInput("z").addOutput("b"))
            .build();
    return Onnx.ModelProto.newBuilder()
        .setGraph(
            Onnx.GraphProto.newBuilder()
                .addNode(Onnx.NodeProto.newBuilder().setOpType("Abs").addInput("x").addOutput("z"))
                .addNode(
                    Onnx.NodeProto.newBuilder()
                        .setOpType("If")
                        .addInput("c")
                        .addOutput("y")
                        .addAttribute(
                            Onnx.AttributeProto.newBuilder()
                                .setName("then_branch")
                                .setType(Onnx.AttributeProto.AttributeType.GRAPH)
                                .setG(branch))));
  }

  @Test
  void whatIsNoGraphIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphPruning.keep(new byte[] {7 << 3 | 2, 5, 1}, Set.of("y")));
  }
}
