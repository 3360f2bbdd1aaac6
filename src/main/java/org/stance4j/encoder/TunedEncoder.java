package org.stance4j.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An encoder whose upper layers were trained, with pooling and a linear head: passage → for each
 * wanted text one number a class. Safe for use by several threads until closed.
 *
 * <p>The graph is that of the encoder it was trained from, or the same in eight bits: what changed
 * stands in for its weights, pooling and head are appended. Each passage runs by itself, on one
 * thread.
 */
public final class TunedEncoder implements AutoCloseable {
  private static final String POOLING = "stance.pooling";
  private static final String POOLED = "stance.pooled";
  private static final String SCORES = "stance.scores";
  private static final String LOGITS = "stance.logits";
  private static final String HEAD_WEIGHT = "stance.head.weight";
  private static final String HEAD_BIAS = "stance.head.bias";

  private final Opening<GraphParts> parts;

  /**
   * Begins to open tokenizer and graph, on another thread.
   *
   * @param changes to the encoder's weights
   * @param headWeight [hidden][classes]
   * @param headBias [classes]
   */
  public TunedEncoder(
      TunedSpec spec, EncoderChanges changes, float[] headWeight, float[] headBias) {
    Encoder encoder = spec.served();
    int hidden = encoder.hiddenSize();
    int classes = headBias.length;
    if (headWeight.length != hidden * classes) {
      throw new IllegalArgumentException(
          "a head of "
              + classes
              + " classes on vectors of "
              + hidden
              + " numbers needs as many weights as their product, got "
              + headWeight.length);
    }
    GraphAddition head =
        new GraphAddition()
            .input(POOLING)
            .weight(HEAD_WEIGHT, headWeight, hidden, classes)
            .weight(HEAD_BIAS, headBias, classes)
            .node("MatMul", List.of(POOLING, encoder.outputOfLayer(encoder.layers())), POOLED)
            .node("MatMul", List.of(POOLED, HEAD_WEIGHT), SCORES)
            .node("Add", List.of(SCORES, HEAD_BIAS), LOGITS)
            .output(LOGITS);
    this.parts =
        new Opening<>(
            () ->
                GraphParts.open(
                    () -> new EncoderTokenizer(encoder, spec.prefix(), spec.maxTokens()),
                    () ->
                        new OnnxSession(
                            encoder.id(), head.appendTo(graph(spec, changes)), Set.of(POOLING))),
            GraphParts::close);
  }

  private static byte[] graph(TunedSpec spec, EncoderChanges changes) {
    byte[] graph = spec.encoder().graph();
    if (!spec.eightBits()) {
      changes.applyTo(graph);
      return graph;
    }
    byte[] served = spec.served().graph();
    changes.apply(graph, served);
    return served;
  }

  /**
   * Scores passages. What a passage gets does not depend on the others.
   *
   * @return for each passage [wanted texts][classes], before the softmax
   * @throws EncoderException if the encoder cannot be opened or fails
   */
  public List<float[][]> logits(List<Passage> passages) {
    GraphParts open = parts.get();
    return passages.parallelStream()
        .map(
            passage -> {
              TokenIds tokens = open.tokenizer().encode(passage);
              float[] flat =
                  Objects.requireNonNull(
                      open.session()
                          .run(tokens, Map.of(POOLING, pooling(tokens)), Set.of(LOGITS))
                          .get(LOGITS));
              return rows(flat, passage.wanted());
            })
        .toList();
  }

  /** What each token counts in the vector of each wanted text: the mean of its tokens. */
  private static float[][] pooling(TokenIds tokens) {
    float[][] pooling = new float[tokens.wanted().size()][tokens.size()];
    for (int i = 0; i < pooling.length; i++) {
      TokenSpan span = tokens.wanted().get(i);
      Arrays.fill(pooling[i], span.start(), span.end(), 1f / span.length());
    }
    return pooling;
  }

  private static float[][] rows(float[] flat, int count) {
    int classes = flat.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * classes, (i + 1) * classes);
    }
    return rows;
  }

  @Override
  public void close() {
    parts.close();
  }
}
