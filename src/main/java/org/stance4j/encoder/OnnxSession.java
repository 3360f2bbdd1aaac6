package org.stance4j.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A BERT-style graph in ONNX Runtime: tokens of one text → tensors of the graph.
 *
 * <p>Every text is a batch of its own and a run uses one thread, so that what comes out depends on
 * nothing but text and weights; several texts may run side by side. The process-wide ONNX
 * environment stays open: closing it would end other sessions.
 */
final class OnnxSession implements AutoCloseable {
  private static final List<String> INPUTS = List.of("input_ids", "attention_mask");

  /** Zeros; encoders that read one text alone may leave it out. */
  private static final String TOKEN_TYPES = "token_type_ids";

  private final String name;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final boolean tokenTypes;
  private boolean closed;

  /**
   * Opens a graph.
   *
   * @param name of the encoder, for messages
   * @param graph content of an ONNX file
   * @param furtherInputs inputs beside those of every encoder
   * @throws EncoderException if it is no graph of this kind
   */
  OnnxSession(String name, byte[] graph, Set<String> furtherInputs) {
    this.name = name;
    Set<String> inputs = new TreeSet<>(INPUTS);
    inputs.addAll(furtherInputs);
    OrtSession opened = null;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      opened = environment.createSession(graph, options);
    } catch (OrtException e) {
      throw new EncoderException("encoder " + name + " cannot be opened: " + e.getMessage(), e);
    }
    this.session = opened;
    Set<String> actual = new TreeSet<>(session.getInputNames());
    this.tokenTypes = actual.remove(TOKEN_TYPES);
    if (!actual.equals(inputs)) {
      close();
      throw new EncoderException(
          "encoder "
              + name
              + " has inputs "
              + actual
              + ", expected "
              + inputs
              + " and perhaps "
              + TOKEN_TYPES);
    }
  }

  /**
   * Runs one text.
   *
   * @param further inputs beside the tokens, each [rows][tokens], which the graph sees as a batch
   *     of one
   * @param outputs names of the tensors wanted
   * @return the numbers of each in row-major order
   * @throws EncoderException if the graph fails on it
   */
  Map<String, float[]> run(TokenIds tokens, Map<String, float[][]> further, Set<String> outputs) {
    long[] mask = new long[tokens.size()];
    Arrays.fill(mask, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put(INPUTS.get(0), tensor(tokens.ids()));
      inputs.put(INPUTS.get(1), tensor(mask));
      if (tokenTypes) {
        inputs.put(TOKEN_TYPES, tensor(new long[tokens.size()]));
      }
      for (Map.Entry<String, float[][]> input : further.entrySet()) {
        inputs.put(
            input.getKey(),
            OnnxTensor.createTensor(environment, new float[][][] {input.getValue()}));
      }
      try (OrtSession.Result result = session.run(inputs, outputs)) {
        Map<String, float[]> values = new HashMap<>();
        for (String output : outputs) {
          FloatBuffer buffer = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
          float[] numbers = new float[buffer.remaining()];
          buffer.get(numbers);
          values.put(output, numbers);
        }
        return values;
      }
    } catch (OrtException e) {
      throw new EncoderException(
          "encoder "
              + name
              + " failed on a text of "
              + tokens.size()
              + " tokens: "
              + e.getMessage(),
          e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      session.close();
    } catch (OrtException e) {
      throw new EncoderException("encoder " + name + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
