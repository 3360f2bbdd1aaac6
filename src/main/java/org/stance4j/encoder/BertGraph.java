package org.stance4j.encoder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stance4j.encoder.OnnxFile.Node;
import org.stance4j.encoder.OnnxFile.Weight;
import org.stance4j.tensor.Tensor;

/**
 * A BERT-style graph taken apart: its sizes, the weights of its layers, and what each layer gives.
 *
 * <p>Exporters name things as they like. So the layers are found by what is computed: a softmax of
 * the product of two projections, times a third one, is an attention; the three products with
 * weights that follow it are its output and the two of the feed-forward part, each of which a layer
 * norm closes.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2019, BERT</a>
 */
public final class BertGraph {
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
  private static final Set<String> EIGHT_BITS =
      Set.of(
          "MatMulInteger",
          "QLinearMatMul",
          "DynamicQuantizeLinear",
          "QuantizeLinear",
          "DequantizeLinear");
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private final String source;
  private final OnnxFile file;
  private final GraphWeights numbers;
  private final Map<String, List<Node>> readers = new HashMap<>();
  private final Map<String, Node> makers = new HashMap<>();
  private final List<Linear> linears = new ArrayList<>();
  private final Map<String, Weight> weights = new TreeMap<>();
  private final List<String> layerOutputs = new ArrayList<>();
  private final Set<Float> epsilons = new TreeSet<>();
  private final int hidden;
  private final int heads;

  /**
   * A product with a weight, and a bias on top.
   *
   * @param output name of the tensor that it gives
   */
  private record Linear(Node product, Weight weight, Weight bias, String output) {
    int position() {
      return product.position();
    }
  }

  /** A layer norm: scale, shift, and the tensor that it gives. */
  private record Norm(Weight weight, Weight bias, float epsilon, String output) {}

  private BertGraph(byte[] onnx, int heads, String source) {
    this.source = source;
    try {
      this.file = new OnnxFile(onnx);
      this.numbers = new GraphWeights(onnx);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source + " is " + e.getMessage(), e);
    }
    refuseOtherForms();
    for (Node node : file.nodes()) {
      node.inputs()
          .forEach(input -> readers.computeIfAbsent(input, name -> new ArrayList<>()).add(node));
      node.outputs().forEach(output -> makers.put(output, node));
    }
    for (Node node : file.nodes()) {
      addLinear(node);
    }
    List<Linear> queries = new ArrayList<>();
    for (Node node : file.nodes()) {
      if (node.is("Softmax")) {
        addLayer(node, queries);
      }
    }
    if (queries.isEmpty()) {
      throw unknown("it has no attention, a softmax between products of projections");
    }
    addOutputs(queries);
    this.hidden = weight(layerName(0) + NORMS.get(0) + BIAS, 1).dims().get(0);
    for (int layer = 0; layer < layers(); layer++) {
      checkShapes(layer);
    }
    checkUsedOnce();
    if (epsilons.size() != 1 || epsilons.contains(0f)) {
      throw unknown("its layer norms must add one positive epsilon, found " + epsilons);
    }
    this.heads = heads > 0 ? heads : heads(queries.get(0));
    if (this.heads < 1 || hidden % this.heads != 0) {
      throw new IllegalArgumentException(
          source
              + ": its graph does not tell how many heads an attention has"
              + (this.heads < 1 ? "" : ", which must divide " + hidden + ", got " + this.heads)
              + "; give 'heads' in the recipe");
    }
  }

  /**
   * Takes a graph apart.
   *
   * @param onnx content of the file; kept and not copied
   * @param heads attention heads of a layer; 0 where the graph is to tell
   * @param source what to call the file in messages
   * @throws IllegalArgumentException if it is no ONNX file or its graph is of another kind
   */
  public static BertGraph read(byte[] onnx, int heads, String source) {
    return new BertGraph(onnx, heads, source);
  }

  private void refuseOtherForms() {
    for (Node node : file.nodes()) {
      if (EIGHT_BITS.contains(node.operator())) {
        throw unknown(
            "its weights are in int8 (operator " + node.operator() + "), which cannot be trained");
      }
      if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
        throw unknown(
            "operator "
                + node.operator()
                + " is of the domain "
                + node.domain()
                + "; export it without optimisation");
      }
    }
    for (Weight weight : file.weights().values()) {
      if (weight.external()) {
        throw unknown("its weights are in another file (external data); save it as one file");
      }
      if (weight.type() == OnnxFile.FLOAT16 || weight.type() == OnnxFile.BFLOAT16) {
        throw unknown("its weights are in half precision; export it in single precision (float32)");
      }
    }
  }

  /** The weight that a tensor is, also under another name. */
  private @Nullable Weight weightOf(String tensor) {
    Node maker = makers.get(tensor);
    return maker != null && maker.is("Identity")
        ? weightOf(maker.inputs().get(0))
        : file.weights().get(tensor);
  }

  /** The weight among the inputs of a node that has as many dimensions. */
  private @Nullable Weight weightIn(Node node, int rank) {
    for (String input : node.inputs()) {
      Weight weight = weightOf(input);
      if (weight != null && weight.dims().size() == rank) {
        return weight;
      }
    }
    return null;
  }

  private List<Node> readers(String tensor) {
    return readers.getOrDefault(tensor, List.of());
  }

  private void addLinear(Node node) {
    if (!node.is("MatMul") || node.inputs().size() != 2) {
      return;
    }
    Weight weight = weightOf(node.inputs().get(1));
    if (weight == null || weight.dims().size() != 2) {
      return;
    }
    for (Node reader : readers(node.outputs().get(0))) {
      Weight bias = reader.is("Add") ? weightIn(reader, 1) : null;
      if (bias != null) {
        linears.add(new Linear(node, weight, bias, reader.outputs().get(0)));
      }
    }
  }

  /** The nearest nodes of a kind before a tensor; shapes are no way to them. */
  private List<Node> before(String tensor, String operator) {
    List<Node> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(tensor));
    while (!open.isEmpty()) {
      Node maker = makers.get(open.pop());
      if (maker == null || maker.is("Shape") || !seen.add(maker.outputs().get(0))) {
        continue;
      }
      if (maker.is(operator)) {
        found.add(maker);
      } else {
        maker.inputs().forEach(open::push);
      }
    }
    return found;
  }

  /** The nearest nodes of a kind behind a tensor; shapes are no way to them. */
  private List<Node> behind(String tensor, String operator) {
    List<Node> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(tensor));
    while (!open.isEmpty()) {
      for (Node reader : readers(open.pop())) {
        if (reader.is("Shape")
            || reader.outputs().isEmpty()
            || !seen.add(reader.outputs().get(0))) {
          continue;
        }
        if (reader.is(operator)) {
          found.add(reader);
        } else {
          reader.outputs().forEach(open::push);
        }
      }
    }
    return found;
  }

  private @Nullable Linear linear(List<Node> products) {
    return products.size() != 1
        ? null
        : linears.stream()
            .filter(linear -> linear.product().equals(products.get(0)))
            .findFirst()
            .orElse(null);
  }

  private void addLayer(Node softmax, List<Linear> queries) {
    List<Node> scores = before(softmax.inputs().get(0), "MatMul");
    List<Node> seen = behind(softmax.outputs().get(0), "MatMul");
    if (scores.size() != 1 || seen.size() != 1 || linear(scores) != null || linear(seen) != null) {
      return;
    }
    int layer = queries.size();
    List<@Nullable Linear> parts = new ArrayList<>();
    parts.add(linear(before(scores.get(0).inputs().get(0), "MatMul")));
    parts.add(linear(before(scores.get(0).inputs().get(1), "MatMul")));
    parts.add(linear(before(seen.get(0).inputs().get(1), "MatMul")));
    parts.add(linear(behind(seen.get(0).outputs().get(0), "MatMul")));
    for (int i = 0; i < 2; i++) {
      Linear last = parts.get(parts.size() - 1);
      parts.add(
          linears.stream()
              .filter(linear -> last != null && linear.position() > last.position())
              .findFirst()
              .orElse(null));
    }
    List<Linear> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Linear part = parts.get(i);
      if (part == null) {
        throw unknown("in its layer " + (layer + 1) + " no " + LINEAR.get(i) + " is found");
      }
      found.add(part);
      weights.put(layerName(layer) + LINEAR.get(i) + WEIGHT, part.weight());
      weights.put(layerName(layer) + LINEAR.get(i) + BIAS, part.bias());
    }
    Linear wide = found.get(4);
    Linear narrow = found.get(5);
    checkGelu(wide.position(), narrow.position());
    Norm first = norm(layer, 0, found.get(3).position(), wide.position());
    int next =
        linears.stream()
            .mapToInt(Linear::position)
            .filter(position -> position > narrow.position())
            .findFirst()
            .orElse(file.nodes().size());
    Norm second = norm(layer, 1, narrow.position(), next);
    if (!first.output().equals(wide.product().inputs().get(0))) {
      throw unknown("in its layer " + (layer + 1) + " a layer norm does not follow the attention");
    }
    queries.add(found.get(0));
    layerOutputs.add(second.output());
  }

  /** The layer norm between two places, which is a node or, in older graphs, several. */
  private Norm norm(int layer, int which, int from, int to) {
    String name = layerName(layer) + NORMS.get(which);
    float epsilon = 0;
    for (Node node : file.nodes().subList(from + 1, to)) {
      if (node.is("Sqrt")) {
        epsilon = summand(node.inputs().get(0));
      }
      Norm norm = norm(node, epsilon);
      if (norm != null) {
        weights.put(name + WEIGHT, norm.weight());
        weights.put(name + BIAS, norm.bias());
        epsilons.add(norm.epsilon());
        return norm;
      }
    }
    throw unknown("in its layer " + (layer + 1) + " no " + NORMS.get(which) + " is found");
  }

  private @Nullable Norm norm(Node node, float epsilon) {
    if (node.is("LayerNormalization") && node.inputs().size() == 3) {
      Weight weight = weightOf(node.inputs().get(1));
      Weight bias = weightOf(node.inputs().get(2));
      return weight == null || bias == null
          ? null
          : new Norm(weight, bias, node.epsilon(), node.outputs().get(0));
    }
    Weight weight = node.is("Mul") ? weightIn(node, 1) : null;
    for (Node reader : weight == null ? List.<Node>of() : readers(node.outputs().get(0))) {
      Weight bias = reader.is("Add") ? weightIn(reader, 1) : null;
      if (weight != null && bias != null) {
        return new Norm(weight, bias, epsilon, reader.outputs().get(0));
      }
    }
    return null;
  }

  /** The constant that a tensor is the sum of and something else; 0 if it is no such sum. */
  private float summand(String tensor) {
    Node sum = makers.get(tensor);
    if (sum != null && sum.is("Add")) {
      for (String input : sum.inputs()) {
        List<Double> constant = constant(input);
        if (constant.size() == 1 && !constant.get(0).isNaN()) {
          return constant.get(0).floatValue();
        }
      }
    }
    return 0;
  }

  private void checkGelu(int from, int to) {
    List<Node> between = file.nodes().subList(from + 1, to);
    boolean exact =
        between.stream()
            .anyMatch(
                node -> node.is("Erf") || (node.is("Gelu") && !node.approximate().equals("tanh")));
    if (!exact) {
      throw unknown(
          "its activation is not the exact GELU (by the error function) but made of "
              + between.stream()
                  .map(Node::operator)
                  .filter(operator -> !operator.equals("Constant"))
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Each layer reads what the one below gives, and the first what the embeddings give. */
  private void addOutputs(List<Linear> queries) {
    layerOutputs.add(0, queries.get(0).product().inputs().get(0));
    for (int layer = 0; layer < queries.size(); layer++) {
      String read = queries.get(layer).product().inputs().get(0);
      if (!read.equals(layerOutputs.get(layer))) {
        throw unknown(
            "its layer "
                + (layer + 1)
                + " reads "
                + read
                + ", which is not what the layer below gives");
      }
    }
  }

  /** How many heads the first attention has, by the shape that its queries get; 0 if unknown. */
  private int heads(Linear query) {
    for (Node reshape : behind(query.output(), "Reshape")) {
      List<Double> shape = constant(reshape.inputs().get(1));
      if (shape.size() >= 2) {
        double number = shape.get(shape.size() - 2);
        double size = shape.get(shape.size() - 1);
        return number > 0 ? (int) number : size > 0 ? (int) (hidden / size) : 0;
      }
    }
    return 0;
  }

  /** The numbers of a tensor, NaN for those that are not known beforehand. */
  private List<Double> constant(String tensor) {
    Weight weight = file.weights().get(tensor);
    Node maker = makers.get(tensor);
    Weight value = maker == null ? weight : maker.value();
    if (value != null) {
      return value.numbers();
    }
    if (maker == null) {
      return List.of(Double.NaN);
    }
    return switch (maker.operator()) {
      case "Concat" -> maker.inputs().stream().flatMap(input -> constant(input).stream()).toList();
      case "Unsqueeze", "Cast", "Identity" -> constant(maker.inputs().get(0));
      default -> List.of(Double.NaN);
    };
  }

  private void checkShapes(int layer) {
    String name = layerName(layer);
    int inner = weight(name + "intermediate.dense" + BIAS, 1).dims().get(0);
    for (String linear : LINEAR) {
      int inputs = linear.equals("output.dense") ? inner : hidden;
      int outputs = linear.equals("intermediate.dense") ? inner : hidden;
      checkShape(name + linear + WEIGHT, List.of(inputs, outputs));
      checkShape(name + linear + BIAS, List.of(outputs));
    }
    for (String norm : NORMS) {
      checkShape(name + norm + WEIGHT, List.of(hidden));
      checkShape(name + norm + BIAS, List.of(hidden));
    }
  }

  private void checkShape(String name, List<Integer> expected) {
    Weight weight = weight(name, expected.size());
    if (!weight.dims().equals(expected)) {
      throw unknown("weight " + name + " has shape " + weight.dims() + ", expected " + expected);
    }
    long bytes = Float.BYTES;
    for (int size : expected) {
      bytes *= size;
    }
    if (weight.type() != OnnxFile.FLOAT || weight.rawBytes() != bytes) {
      throw unknown(
          "weight " + name + " is not kept as raw data in single precision, " + bytes + " bytes");
    }
  }

  /** What is trained in one place must not change another. */
  private void checkUsedOnce() {
    Set<String> names = new HashSet<>();
    weights.forEach(
        (name, weight) -> {
          if (!names.add(weight.name())) {
            throw unknown("its weight " + weight.name() + " is used in more than one place");
          }
        });
  }

  private Weight weight(String name, int rank) {
    Weight weight = weights.get(name);
    if (weight == null || weight.dims().size() != rank) {
      throw unknown("it has no weight " + name);
    }
    return weight;
  }

  private IllegalArgumentException unknown(String reason) {
    return new IllegalArgumentException(
        source
            + " is not a BERT-style encoder as exported by Hugging Face's optimum or"
            + " sentence-transformers: "
            + reason);
  }

  /**
   * What the names of a layer's weights begin with.
   *
   * @param layer counted from 0
   */
  public static String layerName(int layer) {
    return "encoder.layer." + layer + ".";
  }

  /**
   * Names of a layer's weights, in an order of their own.
   *
   * @param layer counted from 0
   */
  public static List<String> weightNames(int layer) {
    List<String> names = new ArrayList<>();
    for (List<String> kinds : List.of(LINEAR, NORMS)) {
      for (String name : kinds) {
        names.add(layerName(layer) + name + WEIGHT);
        names.add(layerName(layer) + name + BIAS);
      }
    }
    return names;
  }

  /** Number of layers. */
  public int layers() {
    return layerOutputs.size() - 1;
  }

  /** Numbers in the vector of a token. */
  public int hiddenSize() {
    return hidden;
  }

  /** Attention heads of a layer. */
  public int heads() {
    return heads;
  }

  /** What layer norms add to the variance. */
  public double epsilon() {
    // the double of that text, not of those bits
    return Double.parseDouble(String.valueOf(epsilons.iterator().next()));
  }

  /** Name of the tensor that each layer gives, behind that of the embeddings. */
  List<String> layerOutputs() {
    return Collections.unmodifiableList(layerOutputs);
  }

  /** Names of the graph's outputs. */
  List<String> outputs() {
    return file.outputs();
  }

  /**
   * A weight, read out of the file.
   *
   * @param name one of {@link #weightNames}
   * @throws IllegalArgumentException if there is none of that name
   */
  public EncoderWeight weight(String name) {
    Weight weight = weights.get(name);
    if (weight == null) {
      throw unknown("it has no weight " + name);
    }
    return new EncoderWeight(
        name,
        weight.name(),
        Tensor.ofFloats(numbers.read(weight.name()), weight.dims().toArray(Integer[]::new)));
  }
}
