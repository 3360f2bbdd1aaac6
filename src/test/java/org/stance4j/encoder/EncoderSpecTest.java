package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderSpecTest {
  private static final String E5 = "e5-small-v2-int8";

  @Test
  void layersThatTheGraphLacksAreRefused() {
    assertEquals(
        "encoder e5-small-v2-int8 has layers 1 to 12, not 13", message(E5, List.of(12, 13), 128));
    assertEquals(
        "encoder e5-small-v2-int8 has layers 1 to 12, not 0", message(E5, List.of(0), 128));
  }

  @Test
  void noLayerAndOneLayerTwiceAreRefused() {
    assertEquals("layers must be one or more different numbers, got []", message(E5, List.of(), 8));
    assertEquals(
        "layers must be one or more different numbers, got [8, 8]", message(E5, List.of(8, 8), 8));
  }

  @Test
  void tokenLimitsOutsideTheEncodersAreRefused() {
    assertEquals("maxTokens must be in [8, 512], got 7", message(E5, List.of(8), 7));
    assertEquals("maxTokens must be in [8, 512], got 513", message(E5, List.of(8), 513));
  }

  @Test
  void anUnknownEncoderIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "unknown encoder 'bert'; known are all-minilm-l6-v2, bge-small-en-v1.5,"
            + " bge-small-en-v1.5-int8, e5-small-v2, e5-small-v2-int8",
        message("bert", List.of(1), 128));
  }

  @Test
  void everythingThatChangesTheVectorChangesTheFingerprint() {
    EncoderSpec spec = new EncoderSpec(E5, List.of(8, 12), Pooling.MEAN, "query: ", 128);
    assertEquals(64, Encoders.fingerprint(spec).length());
    assertEquals(
        Encoders.fingerprint(spec),
        Encoders.fingerprint(new EncoderSpec(E5, List.of(8, 12), Pooling.MEAN, "query: ", 128)));
    for (EncoderSpec other :
        List.of(
            new EncoderSpec("bge-small-en-v1.5-int8", List.of(8, 12), Pooling.MEAN, "query: ", 128),
            new EncoderSpec(E5, List.of(12, 8), Pooling.MEAN, "query: ", 128),
            new EncoderSpec(E5, List.of(8, 12), Pooling.CLS, "query: ", 128),
            new EncoderSpec(E5, List.of(8, 12), Pooling.MEAN, "query:", 128),
            new EncoderSpec(E5, List.of(8, 12), Pooling.MEAN, "query: ", 127))) {
      assertNotEquals(Encoders.fingerprint(spec), Encoders.fingerprint(other));
    }
  }

  private static String message(String encoder, List<Integer> layers, int maxTokens) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new EncoderSpec(encoder, layers, Pooling.MEAN, "", maxTokens))
        .getMessage();
  }
}
