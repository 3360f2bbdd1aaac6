package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.encoder.SentenceEncoder;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class EmbeddingExtractorTest extends FeatureExtractorContractTest {
  private static final EncoderSpec SPEC =
      new EncoderSpec("e5-small-v2-int8", List.of(8, 12), Pooling.CLS, "query: ", 64);

  @Override
  protected FeatureExtractor contractExtractor() {
    return new EmbeddingExtractor(
        SPEC,
        new TextHashEncoder(SPEC),
        EmbeddingSettings.DEFAULTS
            .withCentre(false)
            .withContext(0.5, 0.25)
            .withTarget("a pact", true, 0.75)
            .withPoles(List.of("Ports should grow.", "Ports should not grow."), 2));
  }

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

  /** Shift (2, 1), scale 0.612372, as above. */
  private static FittedFeatureExtractor fit(EmbeddingSettings settings, Fake encoder) {
    return new EmbeddingExtractor(SPEC, encoder, settings).fit(sentences("1 0", "3 0", "2 3"));
  }

  private static Sentence sentence(String text, String previous, String next, String target) {
    return new Sentence(
        "d", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, next, target);
  }

  private static float[] vector(FittedFeatureExtractor extractor, Sentence sentence) {
    return numbers(extractor.extract(List.of(sentence)).get(0));
  }

  /** Squared lengths 1, 9, 13, mean 23/3, so the scale is 1/√(23/3) = 0.361158. */
  @Test
  void withoutCentringVectorsAreScaledOnly() {
    FittedFeatureExtractor extractor =
        fit(EmbeddingSettings.DEFAULTS.withCentre(false), new Fake("f"));
    assertArrayEquals(new float[2], extractor.state().tensor("mean").floats());
    assertArrayEquals(new float[] {0.361158f, 0.722316f}, vector(extractor, "1 2"), 1e-6f);
  }

  /** '1 2' in both forms: the number is what is left of the post. */
  @Test
  void postsAreReadInPlainWords() {
    FittedFeatureExtractor posts =
        fit(EmbeddingSettings.DEFAULTS.withSocialMedia(true), new Fake("f"));
    FittedFeatureExtractor plain = fit(EmbeddingSettings.DEFAULTS, new Fake("f"));
    assertArrayEquals(vector(plain, "1 2"), vector(posts, "@someone #1_2"));
    assertEquals("true", posts.state().setting("socialMedia"));
    assertFalse(plain.state().metadata().containsKey("socialMedia"));
  }

  /** Previous: 0.5 · 0.612372 · (4 − 2, 1 − 1); next: 0.25 · 0.612372 · (2 − 2, 5 − 1). */
  @Test
  void neighboursAreFurtherBlocksAndZerosWhereThereIsNone() {
    FittedFeatureExtractor extractor =
        fit(EmbeddingSettings.DEFAULTS.withContext(0.5, 0.25), new Fake("f"));
    assertEquals(6, extractor.dimension());
    assertArrayEquals(
        new float[] {-0.612372f, -0.612372f, 0.612372f, 0, 0, 0.612372f},
        vector(extractor, sentence("1 0", "4  1", "2 5", "")),
        1e-6f);
    assertArrayEquals(
        new float[] {-0.612372f, -0.612372f, 0, 0, 0, 0},
        vector(extractor, sentence("1 0", null, " ", "")),
        1e-6f);
    assertArrayEquals(
        new float[] {-0.612372f, -0.612372f, 0, 0.612372f},
        vector(
            fit(EmbeddingSettings.DEFAULTS.withContext(0, 0.25), new Fake("f")),
            sentence("1 0", "4 1", "2 5", "")),
        1e-6f);
  }

  /**
   * x = 0.612372 · (1, −1), t = 0.612372 · (2, 3). Target block 0.5 · t = (0.612372, 0.918559),
   * product block 0.5 · √2 · 0.375 · (2, −3) = (0.530330, −0.795495).
   */
  @Test
  void theTargetIsABlockAndSoIsItsProductWithTheSentence() {
    EmbeddingSettings settings = EmbeddingSettings.DEFAULTS.withTarget("2 1", false, 0.5);
    FittedFeatureExtractor extractor = fit(settings, new Fake("f"));
    assertEquals(6, extractor.dimension());
    assertArrayEquals(
        new float[] {0.612372f, -0.612372f, 0.612372f, 0.918559f, 0.530330f, -0.795495f},
        vector(extractor, sentence("3 0", null, null, "4 4")),
        1e-6f);
    // without a target of its own the one of the settings, which lies at the mean
    assertArrayEquals(
        new float[] {0.612372f, -0.612372f, 0, 0, 0, 0},
        vector(extractor, sentence("3 0", null, null, "")),
        1e-6f);
  }

  @Test
  void aSentenceWithoutTargetHasZerosInItsBlocks() {
    FittedFeatureExtractor extractor =
        new EmbeddingExtractor(
                SPEC, new Fake("f"), EmbeddingSettings.DEFAULTS.withTarget("", false, 1))
            .fit(List.of(sentence("1 0", null, null, "5 5"), sentence("3 0", null, null, "")));
    assertArrayEquals(
        new float[] {1, 0, 0, 0, 0, 0}, vector(extractor, sentence("3 0", null, null, "")));
  }

  @Test
  void theTargetStandsInFrontOfSentencesAndNeighboursButNotOfPoles() {
    List<String> seen = new ArrayList<>();
    EmbeddingSettings settings =
        EmbeddingSettings.DEFAULTS
            .withContext(1, 1)
            .withTarget("port fees", true, 1)
            .withPoles(List.of("Fees should fall."), 1);
    FittedFeatureExtractor extractor =
        new EmbeddingExtractor(SPEC, recording(seen), settings)
            .fit(List.of(sentence("One.", "Two.", "Three.", "")));
    assertEquals(List.of("target: port fees text: One.", "Fees should fall."), seen);
    seen.clear();
    extractor.extract(
        List.of(
            sentence("One.", null, "Two.", " climate\u00a0change"),
            sentence("Two.", "One.", null, "climate change"),
            sentence("Two.", null, null, "")));
    assertEquals(
        List.of(
            "target: climate change text: One.",
            "target: climate change text: Two.",
            "climate change",
            "target: port fees text: Two.",
            "port fees"),
        seen);
  }

  /** Encodes by hash and notes what was asked. */
  private static SentenceEncoder recording(List<String> seen) {
    TextHashEncoder encoder = new TextHashEncoder(SPEC);
    return new SentenceEncoder() {
      @Override
      public int dimension() {
        return encoder.dimension();
      }

      @Override
      public String fingerprint() {
        return encoder.fingerprint();
      }

      @Override
      public float[][] encode(List<String> texts) {
        seen.addAll(texts);
        return encoder.encode(texts);
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void aUseOfTheTargetWantsATarget() {
    for (EmbeddingSettings settings :
        List.of(
            EmbeddingSettings.DEFAULTS.withTarget("", true, 0),
            EmbeddingSettings.DEFAULTS.withTarget("", false, 1))) {
      assertEquals(
          "targetPrefix or targetWeight is on, but none of the 3 training sentences names a target;"
              + " switch both off, name the targets in the data, or one for all sentences in the"
              + " setting target",
          assertThrows(IllegalArgumentException.class, () -> fit(settings, new Fake("f")))
              .getMessage());
    }
  }

  /**
   * Two layers of one number each, so that a cosine is a sign. Shift (2, 1): the sentence (3, 0) is
   * (1, −1), the poles are (1, 1) and (−1, 0).
   */
  @Test
  void similaritiesToThePolesAreCosinesLayerByLayerAfterTheShift() {
    FittedFeatureExtractor extractor =
        fit(EmbeddingSettings.DEFAULTS.withPoles(List.of("3 2", "1 1"), 0.5), new Fake("f"));
    assertEquals(6, extractor.dimension());
    assertArrayEquals(
        new float[] {0.612372f, -0.612372f, 0.5f, -0.5f, -0.5f, 0},
        vector(extractor, "3 0"),
        1e-6f);
  }

  /** One layer of two numbers: (1, −1) and (1, 1) are at right angles, (1, −1) and (0, −1) not. */
  @Test
  void aCosineIsTakenOverTheWholeLayer() {
    EncoderSpec one = new EncoderSpec("e5-small-v2-int8", List.of(8), Pooling.CLS, "", 64);
    FittedFeatureExtractor extractor =
        new EmbeddingExtractor(
                one, new Fake("f"), EmbeddingSettings.DEFAULTS.withPoles(List.of("3 2", "2 0"), 1))
            .fit(sentences("1 0", "3 0", "2 3"));
    assertArrayEquals(
        new float[] {0.612372f, -0.612372f, 0, 0.707107f}, vector(extractor, "3 0"), 1e-6f);
  }

  @Test
  void eachTextIsEncodedOnceACall() {
    Fake encoder = new Fake("f");
    FittedFeatureExtractor extractor = fit(EmbeddingSettings.DEFAULTS.withContext(1, 1), encoder);
    encoder.seen().clear();
    extractor.extract(
        List.of(
            sentence("1 0", null, "3 0", ""),
            sentence("3 0", "1 0", "2  3", ""),
            sentence("2 3", "3 0", null, "")));
    assertEquals(List.of("1 0", "3 0", "2 3"), encoder.seen());
  }

  @Test
  void optionsThatAreOffLeaveNoTraceInTheState() {
    TensorBundle state = fit(new Fake("f"), "1 0").state();
    assertEquals(
        new TreeMap<>(
            Map.of(
                "type", "embedding",
                "encoder", "e5-small-v2-int8",
                "layers", "8,12",
                "pooling", "CLS",
                "prefix", "query: ",
                "maxTokens", "64",
                "fingerprint", "f")),
        state.metadata());
    assertEquals(new TreeSet<>(List.of("mean", "scale")), state.tensors().keySet());
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    EmbeddingSettings settings = EmbeddingSettings.DEFAULTS;
    assertMessage(
        "previousWeight must be in [0, 100], got -1.0", () -> settings.withContext(-1, 0));
    assertMessage("nextWeight must be in [0, 100], got 101.0", () -> settings.withContext(0, 101));
    assertMessage("targetWeight must be in [0, 100]", () -> settings.withTarget("a", true, -1));
    assertMessage("target 'a' is not used", () -> settings.withTarget("a", false, 0));
    assertMessage("poles must be different", () -> settings.withPoles(List.of("a", " a "), 1));
    assertMessage("none empty, got [a, ]", () -> settings.withPoles(List.of("a", " "), 1));
    assertMessage("poleWeight must be above 0", () -> settings.withPoles(List.of("a"), 0));
    assertMessage("poleWeight must be in [0, 100]", () -> settings.withPoles(List.of("a"), 1e9));
    assertEquals(settings, settings.withPoles(List.of(), 1));
  }

  private static void assertMessage(String part, Runnable action) {
    assertContains(part, assertThrows(IllegalArgumentException.class, action::run).getMessage());
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
    assertContains("centre must be true or false", refused(with(good, "centre", "yes"), same));
    assertContains(
        "no tensor 'poles'", refused(with(with(good, "poles", "a\nb"), "poleWeight", "1"), same));
    assertContains(
        "tensor 'poles' has shape [1, 2], expected [0, 2]",
        refused(with(good, "poles", Tensor.ofFloats(new float[2], 1, 2)), same));
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
