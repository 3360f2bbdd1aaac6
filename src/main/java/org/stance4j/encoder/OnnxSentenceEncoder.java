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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * An encoder run by ONNX Runtime.
 *
 * <p>Every text is a batch of its own and a run uses one thread, so that a vector depends on
 * nothing but text, weights and spec; several texts run side by side. The process-wide ONNX
 * environment stays open: closing it would end other encoders.
 */
final class OnnxSentenceEncoder implements SentenceEncoder {
  private static final List<String> INPUTS =
      List.of("input_ids", "attention_mask", "token_type_ids");

  private final EncoderSpec spec;
  private final EncoderCatalog encoder;
  private final String fingerprint;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Set<String> outputs;
  private boolean closed;

  /**
   * Opens graph and tokenizer from the class path.
   *
   * @throws EncoderException if they are missing or not what the catalog says
   */
  OnnxSentenceEncoder(EncoderSpec spec, String fingerprint) {
    this.spec = spec;
    this.encoder = EncoderCatalog.of(spec.encoder());
    this.fingerprint = fingerprint;
    this.outputs = new LinkedHashSet<>();
    for (int layer : spec.layers()) {
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
            String.valueOf(spec.maxTokens()),
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

  @Override
  public int dimension() {
    return spec.layers().size() * encoder.hiddenSize();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public float[][] encode(List<String> texts) {
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToObj(i -> encode(texts.get(i)))
        .toArray(float[][]::new);
  }

  private float[] encode(String text) {
    Encoding encoding = tokenizer.encode(spec.prefix() + text);
    try (OnnxTensor ids = tensor(encoding.getIds());
        OnnxTensor mask = tensor(encoding.getAttentionMask());
        OnnxTensor types = tensor(encoding.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of(INPUTS.get(0), ids, INPUTS.get(1), mask, INPUTS.get(2), types), outputs)) {
      float[] vector = new float[dimension()];
      int offset = 0;
      for (int layer : spec.layers()) {
        OnnxTensor hidden = (OnnxTensor) result.get(encoder.outputOfLayer(layer)).orElseThrow();
        pool(hidden.getFloatBuffer(), vector, offset);
        offset += encoder.hiddenSize();
      }
      return vector;
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

  /** Pools [tokens][hidden] into one unit vector at {@code offset}; there is no padding to mask. */
  private void pool(FloatBuffer hidden, float[] vector, int offset) {
    int size = encoder.hiddenSize();
    int tokens = spec.pooling() == Pooling.CLS ? 1 : hidden.remaining() / size;
    double[] sum = new double[size];
    for (int t = 0; t < tokens; t++) {
      for (int k = 0; k < size; k++) {
        sum[k] += hidden.get(t * size + k);
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int k = 0; k < size; k++) {
      vector[offset + k] = (float) (sum[k] * scale);
    }
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
