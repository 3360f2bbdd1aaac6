package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class EmbeddingExtractorTest {
  private static final EncoderSpec SPEC =
      new EncoderSpec("e5-small-v2-int8", List.of(8, 12), Pooling.CLS, "query: ", 64);

  /** A text of two numbers becomes these numbers. */
  private record Fake(String fingerprint, int dimension, List<String> seen)
      implements SentenceEncoder {
    Fake(String fingerprint) {
      this(fingerprint, 2, new ArrayList<>());
    }

    @Override
    public float[][] encode(List<String> texts) {
      seen.addAll(texts);
      return texts.stream().map(this::vector).toArray(float[][]::new);
    }

    private float[] vector(String text) {
      String[] numbers = text.split(" ");
      float[] vector = new float[dimension];
      vector[0] = Float.parseFloat(numbers[0]);
      vector[1] = Float.parseFloat(numbers[1]);
      return vector;
    }

    @Override
    public void close() {}
  }

  private static FittedFeatureExtractor fit(SentenceEncoder encoder, String... texts) {
    return new EmbeddingExtractor(SPEC, encoder).fit(sentences(texts));
  }

  private static List<Sentence> sentences(String... texts) {
    return List.of(texts).stream().map(text -> Sentence.alone("d", text)).toList();
  }

  private static float[] vector(FittedFeatureExtractor extractor, String text) {
    return ((DenseVector) extractor.extract(sentences(text)).get(0)).values();
  }

  /**
   * Mean of (1, 0), (3, 0), (2, 3) is (2, 1). Centred: (−1, −1), (1, −1), (0, 2); squared lengths
   * 2, 2, 4, mean 8/3, so the scale is 1/√(8/3) = 0.612372.
   */
  @Test
  void vectorsAreCentredAndScaledByTheTrainingPart() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1 0", "3 0", "2 3");
    assertArrayEquals(new float[] {2, 1}, extractor.state().tensor("mean").floats());
    assertEquals(0.612372f, extractor.state().tensor("scale").floats()[0], 1e-6f);
    assertArrayEquals(new float[] {-0.612372f, -0.612372f}, vector(extractor, "1 0"), 1e-6f);
    assertArrayEquals(new float[] {0, 0}, vector(extractor, "2 1"));
    assertArrayEquals(new float[] {4.898979f, 0}, vector(extractor, "10 1"), 1e-6f);
    assertEquals(2, extractor.dimension());
  }

  @Test
  void whatIsExtractedLaterDoesNotMoveTheMean() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1 0", "3 0");
    byte[] before = SafeTensors.write(extractor.state());
    extractor.extract(sentences("900 900"));
    assertArrayEquals(before, SafeTensors.write(extractor.state()));
  }

  @Test
  void equalVectorsOnlyAreCentredAndNotScaled() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1 2", "1 2");
    assertArrayEquals(new float[] {1, 0}, vector(extractor, "2 2"));
  }

  @Test
  void textsAreNormalisedBeforeTheyAreEncoded() {
    Fake encoder = new Fake("f");
    fit(encoder, " 1\u00a0\u00a02 ");
    assertEquals(List.of("1 2"), encoder.seen());
  }

  @Test
  void noSentenceAtAllIsRefused() {
    assertEquals(
        "no sentences to take the mean of",
        assertThrows(IllegalArgumentException.class, () -> fit(new Fake("f"))).getMessage());
  }

  @Test
  void aRestoredExtractorGivesTheSameVectorsFromTheSpecInItsState() {
    FittedFeatureExtractor extractor = fit(new Fake("f"), "1 0", "3 0", "2 3");
    List<EncoderSpec> asked = new ArrayList<>();
    FittedFeatureExtractor restored =
        FeatureCodec.restore(
            SafeTensors.read(SafeTensors.write(extractor.state())),
            spec -> {
              asked.add(spec);
              return new Fake("f");
            });
    assertEquals(List.of(SPEC), asked);
    assertArrayEquals(vector(extractor, "0.3 0.7"), vector(restored, "0.3 0.7"));
    assertArrayEquals(SafeTensors.write(extractor.state()), SafeTensors.write(restored.state()));
  }

  @Test
  void anEncoderWithAnotherFingerprintIsRefused() {
    TensorBundle state = fit(new Fake("f"), "1 0").state();
    assertEquals(
        "model was trained on encoder e5-small-v2-int8 with fingerprint f, but the one on the class"
            + " path has g",
        refused(state, new Fake("g")));
  }

  @Test
  void damagedStatesAreRefusedWithTheReason() {
    TensorBundle good = fit(new Fake("f"), "1 0").state();
    Fake same = new Fake("f");
    assertContains("mean has 2 numbers, the encoder's", refused(good, new Fake("f", 3, List.of())));
    assertContains("unknown encoder 'x'", refused(with(good, "encoder", "x"), same));
    assertContains("layers 1 to 12, not 13", refused(with(good, "layers", "8,13"), same));
    assertContains("are damaged", refused(with(good, "layers", "eight"), same));
    assertContains("are damaged", refused(with(good, "pooling", "MAX"), same));
    assertContains(
        "tensor 'scale' has shape [0], expected [1]",
        refused(with(good, "scale", Tensor.ofFloats(new float[0], 0)), same));
    assertContains("no tensor", refused(TensorBundle.of(good.metadata(), Map.of()), same));
  }

  private static String refused(TensorBundle state, SentenceEncoder encoder) {
    return assertThrows(
            TensorFormatException.class, () -> FeatureCodec.restore(state, spec -> encoder))
        .getMessage();
  }

  private static TensorBundle with(TensorBundle state, String key, String value) {
    TreeMap<String, String> settings = new TreeMap<>(state.metadata());
    settings.put(key, value);
    return new TensorBundle(settings, state.tensors());
  }

  private static TensorBundle with(TensorBundle state, String key, Tensor value) {
    TreeMap<String, Tensor> tensors = new TreeMap<>(state.tensors());
    tensors.put(key, value);
    return new TensorBundle(state.metadata(), tensors);
  }

  private static void assertContains(String part, String message) {
    assertTrue(message.contains(part), message);
  }
}
