package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.encoder.EncoderSpec;
import org.stance4j.encoder.Pooling;
import org.stance4j.features.ConcatenatedExtractor.Part;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class ConcatenatedExtractorTest extends FeatureExtractorContractTest {
  private static final EncoderSpec E5 =
      new EncoderSpec("e5-small-v2-int8", List.of(8, 12), Pooling.MEAN, "query: ", 64);
  private static final EncoderSpec BGE =
      new EncoderSpec("bge-small-en-v1.5-int8", List.of(10), Pooling.CLS, "", 64);
  private static final Part WORDS =
      new Part(new NgramExtractor(new NgramSettings(1, 1, 0, 1, 100)), 0.5);
  private static final List<Sentence> SENTENCES =
      List.of(Sentence.alone("d", "sea sea"), Sentence.alone("d", "port"));

  private static Part embedding(EncoderSpec spec, double weight) {
    return new Part(new EmbeddingExtractor(spec, new TextHashEncoder(spec)), weight);
  }

  @Override
  protected FeatureExtractor contractExtractor() {
    return new ConcatenatedExtractor(List.of(embedding(E5, 2), WORDS, embedding(BGE, 0.25)));
  }

  @Test
  void partsStandInTheirOrderEachTimesItsWeight() {
    FittedFeatureExtractor first = embedding(E5, 2).extractor().fit(SENTENCES);
    FittedFeatureExtractor second = embedding(BGE, 1).extractor().fit(SENTENCES);
    FittedFeatureExtractor both =
        new ConcatenatedExtractor(List.of(embedding(E5, 2), embedding(BGE, 0.25))).fit(SENTENCES);
    assertEquals(12, both.dimension());
    float[] expected = new float[12];
    float[] left = numbers(first.extract(SENTENCES).get(1));
    float[] right = numbers(second.extract(SENTENCES).get(1));
    for (int k = 0; k < 8; k++) {
      expected[k] = 2 * left[k];
    }
    for (int k = 0; k < 4; k++) {
      expected[8 + k] = right[k] / 4;
    }
    FeatureVector vector = both.extract(SENTENCES).get(1);
    assertInstanceOf(DenseVector.class, vector);
    assertArrayEquals(expected, numbers(vector));
  }

  /** Vocabulary port, sea: each sentence has one word, so 1 in its place, times 0.5. */
  @Test
  void denseAndSparsePartsGiveSparseVectors() {
    FittedFeatureExtractor both =
        new ConcatenatedExtractor(List.of(WORDS, embedding(BGE, 1), WORDS)).fit(SENTENCES);
    assertEquals(8, both.dimension());
    SparseVector vector = assertInstanceOf(SparseVector.class, both.extract(SENTENCES).get(0));
    float[] numbers = numbers(vector);
    float[] embedding =
        numbers(embedding(BGE, 1).extractor().fit(SENTENCES).extract(SENTENCES).get(0));
    assertArrayEquals(
        new float[] {0, 0.5f, embedding[0], embedding[1], embedding[2], embedding[3], 0, 0.5f},
        numbers);
    assertEquals(6, vector.size());
  }

  @Test
  void aSentenceWithoutKnownWordsKeepsItsEmbedding() {
    FittedFeatureExtractor both =
        new ConcatenatedExtractor(List.of(WORDS, embedding(BGE, 1))).fit(SENTENCES);
    SparseVector vector =
        (SparseVector) both.extract(List.of(Sentence.alone("d", "unheard"))).get(0);
    assertEquals(4, vector.size());
    assertEquals(2, vector.index(0));
  }

  @Test
  void namesInTheStateStartWithThePlaceOfThePart() {
    TensorBundle state = contractExtractor().fit(SENTENCES).state();
    assertEquals("concat", state.setting("type"));
    assertEquals("2.0,0.5,0.25", state.setting("weights"));
    assertEquals("embedding", state.setting("0.type"));
    assertEquals("ngrams", state.setting("1.type"));
    assertEquals("bge-small-en-v1.5-int8", state.setting("2.encoder"));
    assertEquals(
        new TreeSet<>(List.of("0.mean", "0.scale", "1.idf", "1.vocabulary", "2.mean", "2.scale")),
        state.tensors().keySet());
  }

  @Test
  void encodersAreAskedForByTheirSpecs() {
    List<EncoderSpec> asked = new ArrayList<>();
    FeatureCodec.restore(
        new ConcatenatedExtractor(List.of(embedding(E5, 1), embedding(BGE, 1), embedding(E5, 2)))
            .fit(SENTENCES)
            .state(),
        spec -> {
          asked.add(spec);
          return new TextHashEncoder(spec);
        });
    assertEquals(List.of(E5, BGE, E5), asked);
  }

  @Test
  void partsWithoutWeightTooManyOnesAndNestedOnesAreRefused() {
    FeatureExtractor words = WORDS.extractor();
    assertMessage("weight must be above 0, got 0; leave the part out", () -> new Part(words, 0));
    assertMessage("weight must be in [0, 100], got -1.0", () -> new Part(words, -1));
    assertMessage("weight must be in [0, 100], got NaN", () -> new Part(words, Double.NaN));
    assertMessage("must have 1 to 16 parts, got 0", () -> new ConcatenatedExtractor(List.of()));
    assertMessage(
        "must have 1 to 16 parts, got 17",
        () -> new ConcatenatedExtractor(Collections.nCopies(17, WORDS)));
    ConcatenatedExtractor inner = new ConcatenatedExtractor(List.of(WORDS));
    assertMessage("cannot be concatenated itself", () -> new Part(inner, 1));
  }

  private static void assertMessage(String part, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void damagedStatesAreRefusedWithTheReason() {
    TensorBundle good = contractExtractor().fit(SENTENCES).state();
    refused(good, "weights", "1.0,1.0", "[2.encoder, 2.fingerprint");
    refused(good, "weights", "1.0,1.0,1.0,1.0", "part 3: no setting 'type'");
    refused(good, "weights", "1.0,0,1.0", "are damaged: weight must be above 0");
    refused(good, "weights", "1.0,one,1.0", "are damaged");
    refused(good, "weights", ",".repeat(16), "17 parts, at most 16");
    refused(good, "1.type", "concat", "part 1 is of type concat itself");
    refused(good, "1.wordMax", "9", "part 1: features of type 'ngrams' are damaged: wordMax");
  }

  private static void refused(TensorBundle good, String key, String value, String reason) {
    TreeMap<String, String> settings = new TreeMap<>(good.metadata());
    assertTrue(settings.containsKey(key));
    settings.put(key, value);
    String message =
        assertThrows(
                TensorFormatException.class,
                () ->
                    FeatureCodec.restore(
                        new TensorBundle(settings, good.tensors()), TextHashEncoder::new))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}
