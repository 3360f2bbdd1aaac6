package org.stance4j.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The encoders that ship inside Maven jars, with the SHA-256 of their files. */
public enum EncoderCatalog implements Encoder {
  /** sentence-transformers/all-MiniLM-L6-v2, 23 million parameters. */
  MINILM(
      "all-minilm-l6-v2",
      Weights.FLOAT32,
      6,
      "all-minilm-l6-v2",
      "",
      "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0"),
  /** BAAI/bge-small-en-v1.5, 33 million parameters. */
  BGE_SMALL(
      "bge-small-en-v1.5",
      Weights.FLOAT32,
      12,
      "bge-small-en-v1.5",
      "",
      "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
      "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
  /** The same with weights in eight bits. */
  BGE_SMALL_INT8(
      "bge-small-en-v1.5-int8",
      Weights.INT8,
      12,
      "bge-small-en-v1.5-q",
      "",
      "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
      "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
  /** intfloat/e5-small-v2, 33 million parameters; wants the prefix {@code query: }. */
  E5_SMALL(
      "e5-small-v2",
      Weights.FLOAT32,
      12,
      "e5-small-v2",
      "query: ",
      "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0",
      "ffb28886478b9b17a8c06f4fe6741b970d5dd3de13330ccc3b9f686df8a0545a"),
  /** The same with weights in eight bits. */
  E5_SMALL_INT8(
      "e5-small-v2-int8",
      Weights.INT8,
      12,
      "e5-small-v2-q",
      "query: ",
      "7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded",
      "ffb28886478b9b17a8c06f4fe6741b970d5dd3de13330ccc3b9f686df8a0545a");

  private static final int HIDDEN = 384;
  private static final int HEADS = 12;
  private static final String OUTPUT = "last_hidden_state";

  /** How the numbers of a graph's weights are kept. */
  public enum Weights {
    /** Single precision: what training can start from. */
    FLOAT32,
    /** Eight bits: smaller and faster, with a little noise. */
    INT8
  }

  private final String id;
  private final Weights weights;
  private final int layers;
  private final String resource;
  private final String prefix;
  private final String graphSha256;
  private final String tokenizerSha256;

  EncoderCatalog(
      String id,
      Weights weights,
      int layers,
      String resource,
      String prefix,
      String graphSha256,
      String tokenizerSha256) {
    this.id = id;
    this.weights = weights;
    this.layers = layers;
    this.resource = resource;
    this.prefix = prefix;
    this.graphSha256 = graphSha256;
    this.tokenizerSha256 = tokenizerSha256;
  }

  /**
   * The encoder of that name.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static EncoderCatalog of(String id) {
    return Arrays.stream(values())
        .filter(encoder -> encoder.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown encoder '"
                        + id
                        + "'; known are "
                        + Arrays.stream(values())
                            .map(EncoderCatalog::id)
                            .collect(Collectors.joining(", "))));
  }

  @Override
  public String id() {
    return id;
  }

  /** The prefix with which the encoder was trained; may be empty. */
  public String prefix() {
    return prefix;
  }

  @Override
  public int hiddenSize() {
    return HIDDEN;
  }

  @Override
  public int layers() {
    return layers;
  }

  @Override
  public int heads() {
    return HEADS;
  }

  /** How the weights are kept; only those in single precision can be trained. */
  public Weights weights() {
    return weights;
  }

  @Override
  public Optional<EncoderCatalog> inEightBits() {
    return Arrays.stream(values())
        .filter(other -> other.weights == Weights.INT8 && other.id.equals(id + "-int8"))
        .findFirst();
  }

  @Override
  public byte[] graph() {
    return EncoderFiles.read(graphResource());
  }

  @Override
  public byte[] tokenizer() {
    return EncoderFiles.read(tokenizerResource());
  }

  /** Class-path resource of the ONNX graph. */
  String graphResource() {
    return "/" + resource + ".onnx";
  }

  /** Class-path resource of the tokenizer. */
  String tokenizerResource() {
    return "/" + resource + "-tokenizer.json";
  }

  @Override
  public String graphSha256() {
    return graphSha256;
  }

  @Override
  public String tokenizerSha256() {
    return tokenizerSha256;
  }

  @Override
  public String outputOfLayer(int layer) {
    if (layer == 0) {
      return "/embeddings/LayerNorm/Add_1_output_0";
    }
    return layer == layers
        ? OUTPUT
        : "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
  }

  @Override
  public List<String> outputs() {
    return List.of(OUTPUT);
  }
}
