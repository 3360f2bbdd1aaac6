package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stance4j.tensor.LowBitRows;

/** The real graphs in eight bits. */
class QuantisedGraphIT {
  /** Names that both graphs have for matrices [inputs][outputs] of the last layer. */
  private static final Map<String, Integer> ROWS =
      Map.of("onnx::MatMul_1679", 384, "onnx::MatMul_1680", 1536);

  private static EncoderChanges withoutDifference() {
    return new EncoderChanges(
        List.of(),
        ROWS.entrySet().stream()
            .map(
                matrix ->
                    new EncoderDelta(
                        matrix.getKey(),
                        matrix.getKey(),
                        LowBitRows.of(new float[384 * 1536], matrix.getValue(), 2)))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = EncoderCatalog.class,
      names = {"BGE_SMALL", "E5_SMALL"})
  void matricesAreThoseOfTheGraphInSinglePrecisionButForRounding(EncoderCatalog encoder) {
    EncoderCatalog small = encoder.inEightBits().orElseThrow();
    assertEquals(encoder.tokenizerSha256(), small.tokenizerSha256());
    GraphWeights single = new GraphWeights(encoder.graph());
    GraphWeights eight = new GraphWeights(small.graph());
    for (String name : ROWS.keySet()) {
      float[] exact = single.read(name);
      float[] rounded = eight.read(name);
      double error = 0;
      double all = 0;
      for (int i = 0; i < exact.length; i++) {
        error += Math.pow(exact[i] - rounded[i], 2);
        all += Math.pow(exact[i], 2);
      }
      double share = Math.sqrt(error / all);
      assertTrue(share > 1e-4 && share < 0.06, () -> name + ": " + share);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EncoderCatalog.class,
      names = {"BGE_SMALL_INT8", "E5_SMALL_INT8"})
  void whatDoesNotDifferLeavesTheGraphAsItIs(EncoderCatalog encoder) {
    byte[] graph = encoder.graph();
    withoutDifference().applyTo(graph);
    assertArrayEquals(encoder.graph(), graph);
  }

  @Test
  void withoutDifferenceItScoresAsTheGraphsOwnHiddenStates() {
    EncoderCatalog encoder = EncoderCatalog.E5_SMALL_INT8;
    Random random = new Random(17);
    float[] head = new float[384 * 3];
    for (int i = 0; i < head.length; i++) {
      head[i] = (float) random.nextGaussian() / 10;
    }
    float[] bias = {0.5f, -0.25f, 0};
    Passage passage = Passage.of("The frigate left the port before dawn.");
    float[] states =
        Encoders.hiddenState(
                new TokenSpec(encoder.id(), List.of(12), encoder.prefix(), 64), passage)
            .floats();
    try (TunedEncoder tuned =
            new TunedEncoder(
                new TunedSpec(EncoderCatalog.E5_SMALL, encoder.prefix(), 64, true),
                withoutDifference(),
                head,
                bias);
        EncoderTokenizer tokenizer = new EncoderTokenizer(encoder, encoder.prefix(), 64)) {
      TokenSpan span = tokenizer.encode(passage).wanted().get(0);
      float[] logits = tuned.logits(List.of(passage)).get(0)[0];
      for (int k = 0; k < 3; k++) {
        double expected = bias[k];
        for (int token = span.start(); token < span.end(); token++) {
          for (int i = 0; i < 384; i++) {
            expected += states[token * 384 + i] * head[i * 3 + k] / span.length();
          }
        }
        assertEquals(expected, logits[k], 1e-4);
      }
    }
  }

  @Test
  void onlySomeEncodersHaveEightBits() {
    assertEquals(Optional.of(EncoderCatalog.E5_SMALL_INT8), EncoderCatalog.E5_SMALL.inEightBits());
    assertEquals(Optional.empty(), EncoderCatalog.MINILM.inEightBits());
    assertEquals(Optional.empty(), EncoderCatalog.E5_SMALL_INT8.inEightBits());
  }
}
