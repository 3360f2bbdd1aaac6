package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import onnx.Onnx;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.protobuf.ByteString;

class BertGraphTest {
  private static final String NONE =
      "g.onnx is not a BERT-style encoder as exported by Hugging Face's optimum or"
          + " sentence-transformers: ";

  private static List<Onnx.NodeProto.Builder> nodes(
      Onnx.GraphProto.Builder graph, String operator) {
    return graph.getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals(operator))
        .toList();
  }

  private static Onnx.NodeProto.Builder node(
      Onnx.GraphProto.Builder graph, String operator, int number) {
    return nodes(graph, operator).get(number);
  }

  private static Onnx.TensorProto.Builder weight(Onnx.GraphProto.Builder graph, String name) {
    return graph.getInitializerBuilderList().stream()
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(Consumer<Onnx.GraphProto.Builder> change, String message) {
    byte[] file = TinyBert.file(change);
    String actual =
        assertThrows(IllegalArgumentException.class, () -> BertGraph.read(file, 0, "g.onnx"))
            .getMessage();
    assertTrue(actual.startsWith(message), actual);
  }

  @Test
  void layersAreFoundByWhatTheyCompute() {
    byte[] file = TinyBert.file();
    BertGraph graph = BertGraph.read(file, 0, "g.onnx");
    assertEquals(3, graph.layers());
    assertEquals(8, graph.hiddenSize());
    assertEquals(2, graph.heads());
    assertEquals(1e-3, graph.epsilon());
    assertEquals(List.of("sentence_embedding", "token_embeddings"), graph.outputs());
    assertEquals(4, graph.layerOutputs().size());
    // in the file the projection of the values comes first, then keys, then queries
    EncoderWeight value = graph.weight("encoder.layer.0.attention.self.value.weight");
    EncoderWeight query = graph.weight("encoder.layer.0.attention.self.query.weight");
    assertEquals(List.of(8, 8), query.values().shape());
    assertTrue(number(value) < number(query), value.initialiser() + query.initialiser());
    assertEquals(
        List.of(8, 16), graph.weight("encoder.layer.2.intermediate.dense.weight").values().shape());
    assertEquals(
        number(graph.weight("encoder.layer.1.output.LayerNorm.weight")) + 1,
        number(graph.weight("encoder.layer.1.output.LayerNorm.bias")));
    assertEquals(1, BertGraph.read(file, 1, "g.onnx").heads());
    assertThrows(IllegalArgumentException.class, () -> graph.weight("encoder.layer.3.output"));
  }

  private static int number(EncoderWeight weight) {
    return Integer.parseInt(weight.initialiser().substring(1));
  }

  @Test
  void graphsOfOtherKindsAreRefused() {
    assertRefused(
        graph -> {
          nodes(graph, "Softmax").forEach(node -> node.setOpType("Relu"));
        },
        NONE + "it has no attention, a softmax between products of projections");
    assertRefused(
        graph -> node(graph, "LayerNormalization", 1).setOpType("InstanceNormalization"),
        NONE + "in its layer 1 no attention.output.LayerNorm is found");
    assertRefused(
        graph -> node(graph, "MatMul", 0).setInput(1, "input_ids"),
        NONE + "in its layer 1 no attention.self.value is found");
  }

  @Test
  void weightsInOtherFormsAreRefused() {
    assertRefused(
        graph -> weight(graph, "words").setDataType(10),
        NONE + "its weights are in half precision; export it in single precision (float32)");
    assertRefused(
        graph -> weight(graph, "words").setDataLocationValue(1).clearRawData(),
        NONE + "its weights are in another file (external data); save it as one file");
    assertRefused(
        graph -> node(graph, "MatMul", 0).setOpType("MatMulInteger"),
        NONE + "its weights are in int8 (operator MatMulInteger), which cannot be trained");
    assertRefused(
        graph -> node(graph, "LayerNormalization", 0).setDomain("com.microsoft"),
        NONE
            + "operator LayerNormalization is of the domain com.microsoft; export it without"
            + " optimisation");
    String query =
        BertGraph.read(TinyBert.file(), 0, "g.onnx")
            .weight("encoder.layer.0.attention.self.query.weight")
            .initialiser();
    assertRefused(
        graph -> weight(graph, query).setRawData(ByteString.copyFrom(new byte[12])),
        NONE
            + "weight encoder.layer.0.attention.self.query.weight is not kept as raw data in"
            + " single precision, 256 bytes");
    assertRefused(
        graph -> weight(graph, query).clearDims().addDims(4).addDims(16),
        NONE
            + "weight encoder.layer.0.attention.self.query.weight has shape [4, 16], expected [8,"
            + " 8]");
  }

  @Test
  void anotherActivationIsRefused() {
    assertRefused(
        graph -> node(graph, "Erf", 0).setOpType("Tanh"),
        NONE
            + "its activation is not the exact GELU (by the error function) but made of Add, Div,"
            + " Tanh, Mul");
  }

  @Test
  void headsThatTheGraphDoesNotTellMustBeGiven() {
    String first = "g.onnx: its graph does not tell how many heads an attention has";
    Consumer<Onnx.GraphProto.Builder> unknown =
        graph -> {
          nodes(graph, "Reshape").forEach(node -> node.setInput(1, "input_ids"));
        };
    assertRefused(unknown, first + "; give 'heads' in the recipe");
    assertEquals(4, BertGraph.read(TinyBert.file(unknown), 4, "g.onnx").heads());
    assertEquals(
        first + ", which must divide 8, got 3; give 'heads' in the recipe",
        assertThrows(
                IllegalArgumentException.class, () -> BertGraph.read(TinyBert.file(), 3, "g.onnx"))
            .getMessage());
  }

  @Test
  void whatIsNoOnnxFileIsRefused() {
    for (byte[] file :
        List.of(
            new byte[0],
            "no graph".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(TinyBert.file(), 5000))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> BertGraph.read(file, 0, "g.onnx"))
              .getMessage();
      assertTrue(message.startsWith("g.onnx is not an ONNX file: "), message);
    }
  }
}
