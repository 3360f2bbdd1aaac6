package org.stance4j.encoder;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An encoder whose upper layers were trained, with pooling and a linear head: text → one number a
 * class. Safe for use by several threads until closed.
 *
 * <p>The graph is that of the encoder it was trained from: what changed stands in for its weights,
 * pooling and head are appended. Each text runs by itself, on one thread.
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
   * @param weights that stand in for the encoder's own
   * @param headWeight [hidden][classes]
   * @param headBias [classes]
   */
  public TunedEncoder(
      TunedSpec spec, List<EncoderWeight> weights, float[] headWeight, float[] headBias) {
    EncoderCatalog encoder = EncoderCatalog.of(spec.encoder());
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
                            encoder.id(),
                            head.appendTo(encoder.graph()),
                            Set.of(POOLING),
                            weights)),
            GraphParts::close);
  }

  /**
   * Scores texts. What a text gets does not depend on the others.
   *
   * @return for each text one number a class, before the softmax
   * @throws EncoderException if the encoder cannot be opened or fails
   */
  public List<float[]> logits(List<EncoderText> texts) {
    GraphParts open = parts.get();
    return texts.parallelStream()
        .map(
            text -> {
              TokenIds tokens = open.tokenizer().encode(text);
              float[] pooling = new float[tokens.size()];
              for (int t = 0; t < tokens.own(); t++) {
                pooling[t] = 1f / tokens.own();
              }
              return open.session()
                  .run(tokens, Map.of(POOLING, pooling), Set.of(LOGITS))
                  .get(LOGITS);
            })
        .toList();
  }

  @Override
  public void close() {
    parts.close();
  }
}
