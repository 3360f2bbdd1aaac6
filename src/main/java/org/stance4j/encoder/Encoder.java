package org.stance4j.encoder;

import java.util.List;
import java.util.Optional;

/**
 * A BERT-style encoder: an ONNX graph with the inputs {@code input_ids}, {@code attention_mask} and
 * mostly {@code token_type_ids} (int64, [batch, sequence]), and the tokenizer that it was trained
 * with.
 */
public sealed interface Encoder permits EncoderCatalog, LocalEncoder {
  /** The name used in messages, recipes and manifests. */
  String id();

  /** Numbers in the vector of one layer. */
  int hiddenSize();

  /** Number of layers. */
  int layers();

  /** Attention heads of a layer. */
  int heads();

  /**
   * Content of the ONNX file.
   *
   * @throws EncoderException if it cannot be read
   */
  byte[] graph();

  /**
   * Content of the file {@code tokenizer.json}.
   *
   * @throws EncoderException if it cannot be read
   */
  byte[] tokenizer();

  /** SHA-256 of the ONNX file, lower-case hex. */
  String graphSha256();

  /** SHA-256 of the tokenizer's file, lower-case hex. */
  String tokenizerSha256();

  /** Name of the graph's tensor that holds the output of a layer, counted from 1; 0: embeddings. */
  String outputOfLayer(int layer);

  /** Names of the tensors that the graph gives by itself. */
  List<String> outputs();

  /**
   * The same encoder with weights in eight bits; empty where there is none, or where this is it.
   */
  Optional<EncoderCatalog> inEightBits();
}
