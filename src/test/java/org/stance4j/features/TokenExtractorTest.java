package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSource;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Passage;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.encoder.TokenEncoder;
import org.stance4j.encoder.TokenSpec;
import org.stance4j.encoder.TokenVectors;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class TokenExtractorTest {
  /** Two layers of one number each. */
  private static final TokenSpec SPEC =
      new TokenSpec("e5-small-v2-int8", List.of(8, 12), "query: ", 64);

  /** '1,0 3,2' becomes the two tokens (1, 0) and (3, 2). */
  private record Fake(String fingerprint, int dimension, List<String> seen)
      implements TokenEncoder {
    Fake(String fingerprint) {
      this(fingerprint, 2, new ArrayList<>());
    }

    @Override
    public List<TokenVectors> encodePassages(List<Passage> passages) {
      throw new UnsupportedOperationException("features are of texts by themselves");
    }

    @Override
    public List<TokenVectors> encode(List<String> texts) {
      seen.addAll(texts);
      return texts.stream().map(Fake::tokens).toList();
    }

    private static TokenVectors tokens(String text) {
      return TokenVectors.of(
          Arrays.stream(text.split(" "))
              .map(token -> token.split(","))
              .map(two -> new float[] {Float.parseFloat(two[0]), Float.parseFloat(two[1])})
              .toArray(float[][]::new));
    }

    @Override
    public void close() {}
  }

  private static FittedFeatureExtractor fit(TokenEncoder encoder, String... texts) {
    return new TokenExtractor(SPEC, encoder).fit(sentences(texts));
  }

  private static List<Sentence> sentences(String... texts) {
    return Arrays.stream(texts).map(text -> Sentence.alone("d", text)).toList();
  }

  private static TokenMatrix matrix(FittedFeatureExtractor extractor, String text) {
    return (TokenMatrix) extractor.extract(sentences(text)).get(0);
  }

  /**
   * Three tokens (1, 0), (3, 2), (5, 4) in two sentences: mean (3, 2), not the mean of the
   * sentences' means. Centred, the first layer is −2, 0, 2 and so is the second: mean square 8/3.
   */
  @Test
  void everyTokenCountsOnceInTheMean() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1,0", "3,2 5,4");
    assertArrayEquals(new float[] {3, 2}, extractor.state().tensor("mean").floats());
    float scale = 0.612372f;
    assertArrayEquals(new float[] {scale, scale}, extractor.state().floats("scale", 2), 1e-6f);
    TokenMatrix matrix = matrix(extractor, "1,3 4,2");
    assertEquals(2, matrix.rows());
    assertEquals(2, matrix.dimension());
    assertEquals(2, extractor.dimension());
    float[] expected = {-2 * scale, scale, scale, 0};
    assertArrayEquals(expected, matrix.values(), 1e-6f);
    assertEquals(expected[1], matrix.value(0, 1), 1e-6f);
    assertEquals(expected[2], matrix.value(1, 0), 1e-6f);
  }

  /** ±10 in one layer, ±0.5 in the other: mean squares 100 and 0.25. */
  @Test
  void layersOfDifferentSizesCountAlike() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "10,0.5 -10,-0.5");
    assertArrayEquals(
        new float[] {1, 1, -1, -1}, matrix(extractor, "10,0.5 -10,-0.5").values(), 1e-6f);
  }

  @Test
  void aLayerWithoutAnyDifferenceIsCentredAndNotScaled() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "3,1 3,-1");
    assertArrayEquals(new float[] {1, 0}, matrix(extractor, "4,0").values(), 1e-6f);
  }

  @Test
  void textsAreNormalisedBeforeTheyAreEncoded() {
    Fake encoder = new Fake("f");
    fit(encoder, " 1,1\u00a0\u00a02,2 ");
    assertEquals(List.of("1,1 2,2"), encoder.seen());
  }

  @Test
  void noSentenceAtAllIsRefused() {
    assertEquals(
        "no sentences to take the mean of",
        assertThrows(IllegalArgumentException.class, () -> fit(new Fake("f"))).getMessage());
  }

  @Test
  void meanAndScaleMustFitTheTokens() {
    TokenVectors tokens = TokenVectors.of(new float[] {1, 2});
    assertEquals(
        "tokens have 2 numbers, mean and scale 2 and 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TokenMatrix(tokens, new float[2], new float[1]))
            .getMessage());
  }

  private static EncoderSource source(TokenEncoder encoder, List<TokenSpec> asked) {
    return new EncoderSource() {
      @Override
      public SentenceEncoder encoder(EncoderSpec spec) {
        throw new AssertionError("tokens need no sentence encoder");
      }

      @Override
      public TokenEncoder tokenEncoder(TokenSpec spec) {
        asked.add(spec);
        return encoder;
      }
    };
  }

  @Test
  void aRestoredExtractorGivesTheSameNumbersFromTheSpecInItsState() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1,0", "3,2 5,9");
    List<TokenSpec> asked = new ArrayList<>();
    FittedFeatureExtractor restored =
        FeatureCodec.restore(
            SafeTensors.read(SafeTensors.write(extractor.state())), source(new Fake("f"), asked));
    assertEquals(List.of(SPEC), asked);
    assertArrayEquals(
        matrix(extractor, "0.3,0.7 1,2").values(), matrix(restored, "0.3,0.7 1,2").values());
    assertArrayEquals(SafeTensors.write(extractor.state()), SafeTensors.write(restored.state()));
  }

  @Test
  void damagedStatesAreRefusedWithTheReason() {
    TensorBundle good = fit(new Fake("f"), "1,0 2,2").state();
    refused("fingerprint f, but the one on the class path has g", good, new Fake("g"));
    refused("the encoder's tokens have 4 in 2 layers", good, new Fake("f", 4, List.of()));
    refused("layers 0 to 12, not 13", with(good, "layers", "8,13"), new Fake("f"));
    refused("unknown setting 'pooling'", with(good, "pooling", "MEAN"), new Fake("f"));
    refused("are damaged", with(good, "maxTokens", "many"), new Fake("f"));
    TreeMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
    tensors.put("scale", Tensor.ofFloats(new float[3], 3));
    refused(
        "mean has 2 numbers and scale 3", TensorBundle.of(good.metadata(), tensors), new Fake("f"));
    refused("no tensor", TensorBundle.of(good.metadata(), Map.of()), new Fake("f"));
  }

  private static TensorBundle with(TensorBundle state, String key, String value) {
    TreeMap<String, String> settings = new TreeMap<>(state.metadata());
    settings.put(key, value);
    return new TensorBundle(settings, state.tensors());
  }

  private static void refused(String reason, TensorBundle state, TokenEncoder encoder) {
    String message =
        assertThrows(
                TensorFormatException.class,
                () -> FeatureCodec.restore(state, source(encoder, new ArrayList<>())))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}
