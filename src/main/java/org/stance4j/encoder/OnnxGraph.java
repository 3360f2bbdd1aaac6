package org.stance4j.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Tokenizer and ONNX graph of an encoder: text → hidden states of chosen layers. What is made of
 * them is the business of {@link OnnxSentenceEncoder} and {@link OnnxTokenEncoder}.
 *
 * <p>Every text is a batch of its own and a run uses one thread, so that hidden states depend on
 * nothing but text and weights; several texts may run side by side. The process-wide ONNX
 * environment stays open: closing it would end other encoders.
 */
final class OnnxGraph implements AutoCloseable {
  private static final List<String> INPUTS =
      List.of("input_ids", "attention_mask", "token_type_ids");

  private final EncoderCatalog encoder;
  private final List<Integer> layers;
  private final String prefix;
  private final int maxTokens;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Set<String> outputs;
  private boolean closed;

  /**
   * Opens graph and tokenizer from the class path.
   *
   * @param layers what a run gives, in this order, counted from 1
   * @param prefix put in front of every text
   * @param maxTokens longer texts are cut
   * @throws EncoderException if they are missing or not what the catalog says
   */
  OnnxGraph(EncoderCatalog encoder, List<Integer> layers, String prefix, int maxTokens) {
    this.encoder = encoder;
    this.layers = layers;
    this.prefix = prefix;
    this.maxTokens = maxTokens;
    this.outputs = new LinkedHashSet<>();
    for (int layer : layers) {
      outputs.add(encoder.outputOfLayer(layer));
    }
    this.environment = OrtEnvironment.getEnvironment();
    // side by side: each loads a native library and parses a large file
    CompletableFuture<HuggingFaceTokenizer> opening =
        CompletableFuture.supplyAsync(this::openTokenizer);
    try {
      this.session = openSession();
    } catch (RuntimeException e) {
      opening.thenAccept(HuggingFaceTokenizer::close).exceptionally(alsoFailed -> null).join();
      throw e;
    }
    try {
      this.tokenizer = opening.join();
    } catch (CompletionException e) {
      closeSession();
      throw e.getCause() instanceof EncoderException cause ? cause : e;
    }
  }

  private OrtSession openSession() {
    Set<String> inner = new LinkedHashSet<>(outputs);
    inner.remove(encoder.outputOfLayer(encoder.layers()));
    byte[] graph =
        GraphOutputs.append(EncoderFiles.read(encoder.graphResource()), List.copyOf(inner));
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession opened = environment.createSession(graph, options);
      if (!opened.getInputNames().equals(Set.copyOf(INPUTS))) {
        opened.close();
        throw new EncoderException(
            "encoder "
                + encoder.id()
                + " has inputs "
                + opened.getInputNames()
                + ", expected "
                + INPUTS);
      }
      return opened;
    } catch (OrtException e) {
      throw new EncoderException(
          "encoder " + encoder.id() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private HuggingFaceTokenizer openTokenizer() {
    Map<String, String> options =
        Map.of(
            "padding",
            "false",
            "truncation",
            "true",
            "maxLength",
            String.valueOf(maxTokens),
            "modelMaxLength",
            String.valueOf(EncoderSpec.TOKEN_LIMIT));
    try {
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(EncoderFiles.read(encoder.tokenizerResource())), options);
    } catch (IOException e) {
      throw new EncoderException(
          "tokenizer of " + encoder.id() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Runs one text.
   *
   * @throws EncoderException if the graph fails on it
   */
  HiddenStates run(String text) {
    Encoding encoding = tokenizer.encode(prefix + text);
    try (OnnxTensor ids = tensor(encoding.getIds());
        OnnxTensor mask = tensor(encoding.getAttentionMask());
        OnnxTensor types = tensor(encoding.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of(INPUTS.get(0), ids, INPUTS.get(1), mask, INPUTS.get(2), types), outputs)) {
      List<float[]> states = new ArrayList<>(layers.size());
      for (int layer : layers) {
        OnnxTensor hidden = (OnnxTensor) result.get(encoder.outputOfLayer(layer)).orElseThrow();
        FloatBuffer buffer = hidden.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        states.add(values);
      }
      return new HiddenStates(encoding.getIds().length, states);
    } catch (OrtException e) {
      throw new EncoderException(
          "encoder "
              + encoder.id()
              + " failed on a text of "
              + text.length()
              + " characters: "
              + e.getMessage(),
          e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      tokenizer.close();
      closeSession();
    }
  }

  private void closeSession() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EncoderException(
          "encoder " + encoder.id() + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
