package org.stance4j.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the real graphs from the class path. */
class EncodersIT {
  private static final String SHIP = "The frigate reached the harbour in the morning.";
  private static final String VESSEL = "A warship arrived at the port at dawn.";
  private static final String CAKE = "Stir the butter and sugar until the mixture is pale.";

  private static SentenceEncoder e5;

  @BeforeAll
  static void open() {
    e5 = Encoders.open(spec(EncoderCatalog.E5_SMALL_INT8, List.of(8, 12), Pooling.MEAN), null);
  }

  @AfterAll
  static void close() {
    e5.close();
  }

  private static EncoderSpec spec(EncoderCatalog encoder, List<Integer> layers, Pooling pooling) {
    return new EncoderSpec(encoder.id(), layers, pooling, encoder.prefix(), 64);
  }

  @ParameterizedTest
  @EnumSource
  void theFilesOnTheClassPathHaveTheHashesOfTheCatalog(EncoderCatalog encoder) {
    Encoders.verify(encoder);
    assertFalse(encoder.graphSha256().equals(encoder.tokenizerSha256()));
  }

  @Test
  void everyLayersPartHasLengthOne() {
    assertEquals(768, e5.dimension());
    for (float[] vector : e5.encode(List.of(SHIP, CAKE, "", "?"))) {
      assertEquals(768, vector.length);
      assertEquals(1, dot(vector, vector, 0, 384), 1e-5);
      assertEquals(1, dot(vector, vector, 384, 768), 1e-5);
    }
  }

  @Test
  void aTextsBitsDoNotDependOnItsCompany() {
    List<String> company = new ArrayList<>(List.of(CAKE, SHIP, VESSEL.repeat(9), SHIP, "a"));
    float[][] together = e5.encode(company);
    for (int i = 0; i < company.size(); i++) {
      assertArrayEquals(e5.encode(List.of(company.get(i)))[0], together[i]);
    }
  }

  @Test
  void anotherEncoderOfTheSameSpecGivesTheSameBits() {
    try (SentenceEncoder again =
        Encoders.open(spec(EncoderCatalog.E5_SMALL_INT8, List.of(8, 12), Pooling.MEAN), null)) {
      assertEquals(e5.fingerprint(), again.fingerprint());
      assertArrayEquals(e5.encode(List.of(SHIP, VESSEL)), again.encode(List.of(SHIP, VESSEL)));
    }
  }

  @Test
  void layersComeInTheOrderAskedFor() {
    try (SentenceEncoder reversed =
            Encoders.open(spec(EncoderCatalog.E5_SMALL_INT8, List.of(12, 8), Pooling.MEAN), null);
        SentenceEncoder one =
            Encoders.open(spec(EncoderCatalog.E5_SMALL_INT8, List.of(8), Pooling.MEAN), null)) {
      float[] forwards = e5.encode(List.of(SHIP))[0];
      float[] backwards = reversed.encode(List.of(SHIP))[0];
      float[] eighth = one.encode(List.of(SHIP))[0];
      assertArrayEquals(eighth, Arrays.copyOfRange(forwards, 0, 384));
      assertArrayEquals(eighth, Arrays.copyOfRange(backwards, 384, 768));
      assertArrayEquals(
          Arrays.copyOfRange(forwards, 384, 768), Arrays.copyOfRange(backwards, 0, 384));
    }
  }

  @ParameterizedTest
  @EnumSource
  void relatedSentencesLieNearerThanUnrelatedOnes(EncoderCatalog encoder) {
    for (Pooling pooling : Pooling.values()) {
      try (SentenceEncoder opened =
          Encoders.open(spec(encoder, List.of(encoder.layers()), pooling), null)) {
        float[][] vectors = opened.encode(List.of(SHIP, VESSEL, CAKE));
        double related = dot(vectors[0], vectors[1], 0, 384);
        double unrelated = dot(vectors[0], vectors[2], 0, 384);
        assertTrue(related > unrelated + 0.05, pooling + ": " + related + ", " + unrelated);
        assertTrue(related < 0.9999);
      }
    }
  }

  @Test
  void whatLiesBeyondTheTokenLimitIsCut() {
    String longText = "ship ".repeat(100);
    float[][] vectors = e5.encode(List.of(longText, longText + CAKE, "ship ".repeat(20)));
    assertArrayEquals(vectors[0], vectors[1]);
    assertFalse(Arrays.equals(vectors[0], vectors[2]));
  }

  @Test
  void theCacheOnDiskGivesTheSameBits(@TempDir Path folder) {
    EncoderSpec spec = spec(EncoderCatalog.E5_SMALL_INT8, List.of(8, 12), Pooling.MEAN);
    float[][] expected = e5.encode(List.of(SHIP, CAKE));
    for (int run = 0; run < 2; run++) {
      try (SentenceEncoder cached = Encoders.open(spec, folder)) {
        assertArrayEquals(expected, cached.encode(List.of(SHIP, CAKE)));
      }
    }
  }

  /** Pooling by hand what the token encoder gives, to the precision of its halves. */
  @Test
  void sentenceVectorsAreThePooledTokens() {
    TokenSpec tokens = new TokenSpec("e5-small-v2-int8", List.of(8, 12), "query: ", 64);
    try (TokenEncoder encoder = Encoders.openTokens(tokens)) {
      assertEquals(768, encoder.dimension());
      List<TokenVectors> texts = encoder.encode(List.of(SHIP, "", "ship ".repeat(100)));
      // [CLS] query : the frigate reached the harbour in the morning . [SEP]
      assertEquals(13, texts.get(0).tokens());
      assertEquals(4, texts.get(1).tokens());
      assertEquals(64, texts.get(2).tokens());
      float[] expected = e5.encode(List.of(SHIP))[0];
      for (int layer = 0; layer < 2; layer++) {
        float[] sum = new float[384];
        for (int t = 0; t < texts.get(0).tokens(); t++) {
          for (int k = 0; k < 384; k++) {
            sum[k] += texts.get(0).value(t, layer * 384 + k);
          }
        }
        double length = Math.sqrt(dot(sum, sum, 0, 384));
        for (int k = 0; k < 384; k++) {
          assertEquals(expected[layer * 384 + k], sum[k] / length, 1e-4);
        }
      }
    }
  }

  @Test
  void aTextsTokensDoNotDependOnTheirCompanyNorOnTheOpening() {
    TokenSpec spec = new TokenSpec("bge-small-en-v1.5-int8", List.of(12), "", 64);
    try (TokenEncoder one = Encoders.openTokens(spec);
        TokenEncoder other = Encoders.openTokens(spec)) {
      assertEquals(one.fingerprint(), other.fingerprint());
      TokenVectors together = one.encode(List.of(CAKE, VESSEL.repeat(9), SHIP)).get(2);
      TokenVectors alone = other.encode(List.of(SHIP)).get(0);
      assertEquals(alone.tokens(), together.tokens());
      float[] expected = new float[384];
      float[] actual = new float[384];
      for (int t = 0; t < alone.tokens(); t++) {
        alone.copyToken(t, expected, 0);
        together.copyToken(t, actual, 0);
        assertArrayEquals(expected, actual);
      }
    }
  }

  @Test
  void aRealEncoderCanBeClosedTwiceAndThenRefuses() {
    OnnxSentenceEncoder encoder =
        new OnnxSentenceEncoder(spec(EncoderCatalog.BGE_SMALL_INT8, List.of(12), Pooling.CLS), "f");
    assertEquals(1, encoder.encode(List.of(SHIP)).length);
    encoder.close();
    encoder.close();
    assertThrows(IllegalStateException.class, () -> encoder.encode(List.of(SHIP)));
  }

  @Test
  void aMissingResourceIsNamed() {
    assertEquals(
        "no resource /none.onnx on the class path; is the encoder's jar missing?",
        assertThrows(EncoderException.class, () -> EncoderFiles.read("/none.onnx")).getMessage());
  }

  private static double dot(float[] x, float[] y, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += (double) x[k] * y[k];
    }
    return sum;
  }
}
