package org.stance4j.finetune;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.stance4j.encoder.EncoderWeight;
import org.stance4j.tensor.Tensor;

/**
 * The weights of a BERT-style ONNX graph by the names that the encoder's layers have in it.
 *
 * <p>Exporters name biases and layer norms after their place, such as {@code
 * encoder.layer.0.attention.self.query.bias}, and leave the matrices nameless; these are found
 * through the node that multiplies by them.
 */
final class EncoderWeights {
  private static final List<String> LINEAR =
      List.of(
          "attention.self.query",
          "attention.self.key",
          "attention.self.value",
          "attention.output.dense",
          "intermediate.dense",
          "output.dense");

  private static final List<String> NORMS =
      List.of("attention.output.LayerNorm", "output.LayerNorm");
  private static final String MULTIPLICATION = "/MatMul";

  private final Map<String, EncoderWeight> weights = new HashMap<>();
  private final EncoderShape shape;
  private final String source;

  private EncoderWeights(
      Map<String, Onnx.TensorProto> initialisers, Onnx.GraphProto graph, int heads, String source) {
    this.source = source;
    Map<String, String> matrices = matrices(graph, initialisers);
    int layers = 0;
    while (matrices.containsKey(layerName(layers) + LINEAR.get(0))) {
      layers++;
    }
    if (layers == 0) {
      throw unknown("no node " + layerName(0).replace('.', '/') + "... multiplies by a weight");
    }
    for (int layer = 0; layer < layers; layer++) {
      for (String name : LINEAR) {
        String full = layerName(layer) + name;
        put(full + ".weight", matrices.get(full), initialisers, 2);
        put(full + ".bias", full + ".bias", initialisers, 1);
      }
      for (String name : NORMS) {
        String full = layerName(layer) + name;
        put(full + ".weight", full + ".weight", initialisers, 1);
        put(full + ".bias", full + ".bias", initialisers, 1);
      }
    }
    this.shape =
        new EncoderShape(
            layers, get(layerName(0) + NORMS.get(0) + ".bias").values().shape().get(0), heads);
    for (int layer = 0; layer < layers; layer++) {
      checkShapes(layer);
    }
  }

  /**
   * Reads the weights of every layer.
   *
   * @param onnx content of the file
   * @param heads attention heads of a layer, which the weights do not tell
   * @param source what to call the file in messages
   * @throws IllegalArgumentException if it is no ONNX file or its graph is of another kind
   */
  static EncoderWeights read(byte[] onnx, int heads, String source) {
    Onnx.ModelProto model;
    try {
      CodedInputStream in = CodedInputStream.newInstance(onnx);
      in.setSizeLimit(Integer.MAX_VALUE);
      model = Onnx.ModelProto.parseFrom(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(source + " is no ONNX file: " + e.getMessage(), e);
    }
    Map<String, Onnx.TensorProto> initialisers = new HashMap<>();
    model
        .getGraph()
        .getInitializerList()
        .forEach(tensor -> initialisers.put(tensor.getName(), tensor));
    return new EncoderWeights(initialisers, model.getGraph(), heads, source);
  }

  /** Initialiser by the place of the node that multiplies by it. */
  private static Map<String, String> matrices(
      Onnx.GraphProto graph, Map<String, Onnx.TensorProto> initialisers) {
    Map<String, String> matrices = new HashMap<>();
    for (Onnx.NodeProto node : graph.getNodeList()) {
      String name = node.getName();
      if (node.getOpType().equals("MatMul")
          && name.startsWith("/")
          && name.endsWith(MULTIPLICATION)
          && initialisers.containsKey(node.getInput(1))) {
        matrices.put(
            name.substring(1, name.length() - MULTIPLICATION.length()).replace('/', '.'),
            node.getInput(1));
      }
    }
    return matrices;
  }

  /** What the names in a layer begin with. */
  static String layerName(int layer) {
    return "encoder.layer." + layer + ".";
  }

  /** Names of a layer's weights. */
  static List<String> names(int layer) {
    List<String> names = new ArrayList<>();
    for (List<String> kinds : List.of(LINEAR, NORMS)) {
      for (String name : kinds) {
        names.add(layerName(layer) + name + ".weight");
        names.add(layerName(layer) + name + ".bias");
      }
    }
    return names;
  }

  private void put(
      String name,
      @Nullable String initialiser,
      Map<String, Onnx.TensorProto> initialisers,
      int rank) {
    Onnx.TensorProto tensor = initialiser == null ? null : initialisers.get(initialiser);
    if (tensor == null) {
      throw unknown("it has no weight " + name);
    }
    if (tensor.getDataType() != Onnx.TensorProto.DataType.FLOAT_VALUE
        || tensor.getDimsCount() != rank) {
      throw unknown(
          "weight "
              + name
              + " has data type "
              + tensor.getDataType()
              + " and "
              + tensor.getDimsCount()
              + " dimensions where single precision and "
              + rank
              + " are expected; graphs with weights in int8 cannot be trained");
    }
    List<Integer> dims = tensor.getDimsList().stream().map(Math::toIntExact).toList();
    weights.put(
        name,
        new EncoderWeight(
            name,
            tensor.getName(),
            Tensor.ofFloats(values(tensor, name, dims), dims.toArray(Integer[]::new))));
  }

  private float[] values(Onnx.TensorProto tensor, String name, List<Integer> dims) {
    int size = dims.stream().reduce(1, Math::multiplyExact);
    boolean raw = tensor.getRawData().size() > 0;
    if ((raw ? tensor.getRawData().size() / Float.BYTES : tensor.getFloatDataCount()) != size) {
      throw unknown("weight " + name + " does not hold the numbers of its shape " + dims);
    }
    float[] values = new float[size];
    if (raw) {
      tensor
          .getRawData()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    } else {
      for (int i = 0; i < size; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    return values;
  }

  private void checkShapes(int layer) {
    int hidden = shape.hidden();
    int inner = get(layerName(layer) + "intermediate.dense.bias").values().shape().get(0);
    for (String name : LINEAR) {
      int inputs = name.equals("output.dense") ? inner : hidden;
      int outputs = name.equals("intermediate.dense") ? inner : hidden;
      check(layerName(layer) + name + ".weight", List.of(inputs, outputs));
      check(layerName(layer) + name + ".bias", List.of(outputs));
    }
    for (String name : NORMS) {
      check(layerName(layer) + name + ".weight", List.of(hidden));
      check(layerName(layer) + name + ".bias", List.of(hidden));
    }
  }

  private void check(String name, List<Integer> expected) {
    List<Integer> actual = get(name).values().shape();
    if (!actual.equals(expected)) {
      throw unknown("weight " + name + " has shape " + actual + ", expected " + expected);
    }
  }

  private IllegalArgumentException unknown(String reason) {
    return new IllegalArgumentException(
        source
            + " is not a BERT-style encoder as exported by Hugging Face's optimum or"
            + " sentence-transformers: "
            + reason);
  }

  /** Sizes of the encoder. */
  EncoderShape shape() {
    return shape;
  }

  /**
   * A weight.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  EncoderWeight get(String name) {
    EncoderWeight weight = weights.get(name);
    if (weight == null) {
      throw unknown("it has no weight " + name);
    }
    return weight;
  }
}
