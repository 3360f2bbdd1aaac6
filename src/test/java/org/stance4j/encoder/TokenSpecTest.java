package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenSpecTest {
  private static final String E5 = "e5-small-v2-int8";

  @Test
  void aSpecDescribesItselfInOneLine() {
    TokenSpec spec = new TokenSpec(E5, List.of(8, 12), "query: ", 64);
    assertEquals(
        "e5-small-v2-int8 layers=8+12 tokens prefix='query: ' maxTokens=64", spec.describe());
    assertEquals(768, spec.dimension());
  }

  @Test
  void tokensAndSentencesOfOneEncoderHaveDifferentFingerprints() {
    TokenSpec spec = new TokenSpec(E5, List.of(8), "", 64);
    String fingerprint = Encoders.fingerprint(spec);
    assertNotEquals(
        fingerprint, Encoders.fingerprint(new EncoderSpec(E5, List.of(8), Pooling.MEAN, "", 64)));
    assertNotEquals(fingerprint, Encoders.fingerprint(new TokenSpec(E5, List.of(8), "", 65)));
  }

  @Test
  void whatTheEncoderDoesNotHaveIsRefused() {
    refused("encoder e5-small-v2-int8 has layers 0 to 12, not 13", List.of(13), 64);
    refused("layers must be one or more different numbers, got []", List.of(), 64);
    refused("maxTokens must be in [8, 512], got 513", List.of(8), 513);
  }

  private static void refused(String message, List<Integer> layers, int maxTokens) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> new TokenSpec(E5, layers, "", maxTokens))
            .getMessage());
  }

  @Test
  void aSourceOfSentenceEncodersAloneSaysSo() {
    EncoderSource source =
        spec -> {
          throw new AssertionError("not asked for");
        };
    assertEquals(
        "no token encoders here, but one was asked for: e5-small-v2-int8 layers=8 tokens prefix=''"
            + " maxTokens=64",
        assertThrows(
                EncoderException.class,
                () -> source.tokenEncoder(new TokenSpec(E5, List.of(8), "", 64)))
            .getMessage());
  }
}
