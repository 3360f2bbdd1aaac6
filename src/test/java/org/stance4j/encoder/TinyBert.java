package org.stance4j.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/**
 * An encoder of 3 layers, hidden size 8, 2 heads and inner size 16, with random weights, as a newer
 * exporter writes it: layer norms are nodes, nothing is named after its place, there are no token
 * types, and what it gives is called otherwise.
 */
public final class TinyBert {
  /** Words of the vocabulary that the encoders of the class path share. */
  private static final int WORDS = 30522;

  private static final int HIDDEN = 8;
  private static final int INNER = 16;
  private static final int LAYERS = 3;
  private static final long LONG = 7;

  private final Random random = new Random(3);
  private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("tiny");
  private int names;

  private TinyBert() {}

  /** Content of the file. */
  public static byte[] file() {
    return file(graph -> {});
  }

  /**
   * Content of a file that is a little different.
   *
   * @param change made to the graph
   */
  public static byte[] file(Consumer<Onnx.GraphProto.Builder> change) {
    TinyBert tiny = new TinyBert();
    tiny.build();
    change.accept(tiny.graph);
    return Onnx.ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(tiny.graph)
        .build()
        .toByteArray();
  }

  private void build() {
    graph.addInput(value("input_ids", LONG, 2));
    graph.addInput(value("attention_mask", LONG, 2));
    weight("words", 0.5f, WORDS, HIDDEN);
    String tokens = node("Gather", "words", "input_ids");
    tokens = layerNorm(tokens);
    String mask = node("Cast", "attention_mask");
    attribute(
        Onnx.AttributeProto.newBuilder()
            .setName("to")
            .setType(Onnx.AttributeProto.AttributeType.INT)
            .setI(1));
    mask = node("Unsqueeze", mask, longs(1, 2));
    mask = node("Mul", node("Sub", mask, number(1)), number(10_000));
    for (int layer = 0; layer < LAYERS; layer++) {
      tokens = layer(tokens, mask);
    }
    graph.addNode(
        Onnx.NodeProto.newBuilder()
            .setOpType("Identity")
            .addInput(tokens)
            .addOutput("token_embeddings"));
    graph.addOutput(value("sentence_embedding", 1, 3));
    graph.addOutput(value("token_embeddings", 1, 3));
    graph.addNode(
        Onnx.NodeProto.newBuilder()
            .setOpType("ReduceMean")
            .addInput(tokens)
            .addOutput("sentence_embedding")
            .addAttribute(ints("axes", 1)));
  }

  private String layer(String tokens, String mask) {
    // another order than BERT's own
    String value = split(linear(tokens, HIDDEN, HIDDEN), 0, 2, 1, 3);
    String key = split(linear(tokens, HIDDEN, HIDDEN), 0, 2, 3, 1);
    String query = split(linear(tokens, HIDDEN, HIDDEN), 0, 2, 1, 3);
    String scores = node("MatMul", node("Mul", query, number(0.5f)), key);
    String attention = node("Softmax", node("Add", scores, mask));
    String seen = node("Transpose", node("MatMul", attention, value));
    attribute(ints("perm", 0, 2, 1, 3));
    String attended = linear(node("Reshape", seen, longs(0, 0, HIDDEN)), HIDDEN, HIDDEN);
    String first = layerNorm(node("Add", tokens, attended));
    String wide = linear(first, HIDDEN, INNER);
    String erf = node("Erf", node("Div", wide, number((float) Math.sqrt(2))));
    String active = node("Mul", node("Mul", wide, number(0.5f)), node("Add", erf, number(1)));
    return layerNorm(node("Add", linear(active, INNER, HIDDEN), first));
  }

  private String split(String tokens, int... order) {
    String split = node("Transpose", node("Reshape", tokens, longs(0, 0, -1, 4)));
    attribute(ints("perm", order));
    return split;
  }

  private String linear(String input, int inputs, int outputs) {
    String product = node("MatMul", input, weight(name(), 0.5f, inputs, outputs));
    return node("Add", product, weight(name(), 0.5f, outputs));
  }

  private String layerNorm(String input) {
    String norm =
        node("LayerNormalization", input, weight(name(), 1, HIDDEN), weight(name(), 0.5f, HIDDEN));
    attribute(
        Onnx.AttributeProto.newBuilder()
            .setName("epsilon")
            .setType(Onnx.AttributeProto.AttributeType.FLOAT)
            .setF(1e-3f));
    return norm;
  }

  private String name() {
    return "t" + names++;
  }

  private String node(String operator, String... inputs) {
    String output = name();
    graph.addNode(
        Onnx.NodeProto.newBuilder()
            .setOpType(operator)
            .addAllInput(List.of(inputs))
            .addOutput(output));
    return output;
  }

  /** Adds to the last node. */
  private void attribute(Onnx.AttributeProto.Builder attribute) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).addAttribute(attribute);
  }

  private static Onnx.AttributeProto.Builder ints(String name, int... numbers) {
    Onnx.AttributeProto.Builder attribute =
        Onnx.AttributeProto.newBuilder()
            .setName(name)
            .setType(Onnx.AttributeProto.AttributeType.INTS);
    for (int number : numbers) {
      attribute.addInts(number);
    }
    return attribute;
  }

  private String weight(String name, float scale, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    ByteBuffer raw = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      raw.putFloat((float) random.nextGaussian() * scale);
    }
    Onnx.TensorProto.Builder tensor =
        Onnx.TensorProto.newBuilder()
            .setName(name)
            .setDataType(1)
            .setRawData(ByteString.copyFrom(raw.array()));
    for (int length : shape) {
      tensor.addDims(length);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private String number(float number) {
    String name = name();
    graph.addInitializer(
        Onnx.TensorProto.newBuilder().setName(name).setDataType(1).addFloatData(number));
    return name;
  }

  private String longs(long... numbers) {
    String name = name();
    List<Long> all = new ArrayList<>();
    for (long number : numbers) {
      all.add(number);
    }
    graph.addInitializer(
        Onnx.TensorProto.newBuilder()
            .setName(name)
            .setDataType((int) LONG)
            .addDims(numbers.length)
            .addAllInt64Data(all));
    return name;
  }

  private static Onnx.ValueInfoProto value(String name, long type, int rank) {
    Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
    for (int i = 0; i < rank; i++) {
      shape.addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimParam("d" + i));
    }
    return Onnx.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            Onnx.TypeProto.newBuilder()
                .setTensorType(
                    Onnx.TypeProto.Tensor.newBuilder().setElemType((int) type).setShape(shape)))
        .build();
  }
}
