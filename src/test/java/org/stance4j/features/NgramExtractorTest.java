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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

class NgramExtractorTest extends FeatureExtractorContractTest {
  private static final NgramSettings WORDS = new NgramSettings(1, 1, 0, 1, 1000);

  @Override
  protected FeatureExtractor contractExtractor() {
    return new NgramExtractor(
        new NgramSettings(2, 2, 3, 1, 1000).withContext(0.5, 0.25).withTargetCopies(true));
  }

  private static List<Sentence> sentences(String... texts) {
    return Arrays.stream(texts).map(text -> Sentence.alone("d", text)).toList();
  }

  private static FittedFeatureExtractor fit(NgramSettings settings, String... texts) {
    return new NgramExtractor(settings).fit(sentences(texts));
  }

  private static String vocabulary(FittedFeatureExtractor extractor) {
    return extractor.state().tensor("vocabulary").text().replace('\n', ',');
  }

  /** The stored numbers by n-gram. */
  private static Map<String, Float> vector(FittedFeatureExtractor extractor, String text) {
    String[] vocabulary = extractor.state().tensor("vocabulary").text().split("\n");
    SparseVector vector = (SparseVector) extractor.extract(sentences(text)).get(0);
    assertEquals(extractor.dimension(), vector.dimension());
    Map<String, Float> values = new TreeMap<>();
    for (int place = 0; place < vector.size(); place++) {
      values.put(vocabulary[vector.index(place)], vector.value(place));
    }
    return values;
  }

  @Test
  void wordsAreLettersDigitsAndInnerApostrophesAndMarksOfExclamationAndQuestion() {
    NgramTokenizer tokenizer = new NgramTokenizer(WORDS);
    assertEquals(
        List.of("don't", "go", "f", "35", "!", "?"), tokenizer.words("“Don’t  go” — F-35!?"));
    assertEquals(List.of(), tokenizer.words("… — “”"));
  }

  @Test
  void wordNgramsCrossPunctuationAndCharacterNgramsStayInsideAWord() {
    NgramTokenizer tokenizer = new NgramTokenizer(new NgramSettings(3, 2, 3, 1, 10));
    assertEquals(List.of("ab", "c", "d"), tokenizer.words("Ab, C. D"));
    assertEquals(
        List.of("w:ab c", "w:ab c d", "w:c d"), tokenizer.ngramsOfSeveral(List.of("ab", "c", "d")));
    assertEquals(
        List.of("w:ab", "c: a", "c:ab", "c:b ", "c: ab", "c:ab "), tokenizer.ngramsOfWord("ab"));
    assertEquals(List.of("w:c", "c: c", "c:c ", "c: c "), tokenizer.ngramsOfWord("c"));
  }

  @Test
  void capitalsAreLoweredByNoCountrysRules() {
    assertEquals(List.of("military"), new NgramTokenizer(WORDS).words("MILITARY"));
  }

  /**
   * N = 2 sentences. df: sea 2, calm 1, port 1. idf = 1 + ln((1 + N) / (1 + df)): sea 1 + ln(3/3) =
   * 1, calm and port 1 + ln(3/2) = 1.405465.
   *
   * <p>"sea sea calm": tf weight of sea 1 + ln 2 = 1.693147, of calm 1. Products 1.693147 and
   * 1.405465, length √(2.866747 + 1.975332) = 2.200473, scaled 0.769447 and 0.638710.
   */
  @Test
  void weightsAreThoseOfTheFormula() {
    FittedFeatureExtractor extractor = fit(WORDS, "Sea sea calm", "port? Sea");
    assertEquals("w:?,w:calm,w:port,w:sea", vocabulary(extractor));
    float[] idf = extractor.state().tensor("idf").floats();
    assertEquals(1.405465f, idf[1], 1e-6f);
    assertEquals(1.405465f, idf[2], 1e-6f);
    assertEquals(1f, idf[3]);
    Map<String, Float> vector = vector(extractor, "calm sea unheard sea");
    assertEquals(2, vector.size());
    assertEquals(0.769447f, vector.get("w:sea"), 1e-6f);
    assertEquals(0.638710f, vector.get("w:calm"), 1e-6f);
  }

  /**
   * One sentence "ab": idf 1 for all. Word part: "ab" alone, so 1. Character part: " a", "ab", "b
   * ", each once, so 1/√3 = 0.577350.
   */
  @Test
  void wordsAndCharactersEachFormAVectorOfLengthOne() {
    FittedFeatureExtractor extractor = fit(new NgramSettings(1, 2, 2, 1, 100), "ab");
    assertEquals("c: a,c:ab,c:b ,w:ab", vocabulary(extractor));
    Map<String, Float> vector = vector(extractor, "AB");
    assertEquals(1f, vector.get("w:ab"));
    assertEquals(0.577350f, vector.get("c: a"), 1e-6f);
    // a known part alone: characters of "ax" give only " a"
    assertEquals(Map.of("c: a", 1f), vector(extractor, "ax"));
  }

  @Test
  void aSentenceOfUnknownWordsOnlyGivesAnEmptyVector() {
    FittedFeatureExtractor extractor = fit(WORDS, "sea calm");
    SparseVector vector = (SparseVector) extractor.extract(sentences("port harbour")).get(0);
    assertEquals(0, vector.size());
    assertEquals(2, vector.dimension());
  }

  @Test
  void ngramsOfTooFewSentencesAreDropped() {
    // "sea" occurs in two sentences; "calm" three times, but in one
    assertEquals(
        "w:sea",
        vocabulary(fit(new NgramSettings(1, 1, 0, 2, 10), "sea calm calm calm", "sea", "port")));
  }

  @Test
  void theMostFrequentNgramsAreKeptAndOfEqualOnesTheFirstInTheAlphabet() {
    String[] texts = {"sea port anchor", "sea port bay", "sea"};
    assertEquals("w:port,w:sea", vocabulary(fit(new NgramSettings(1, 1, 0, 1, 2), texts)));
    assertEquals("w:anchor,w:port,w:sea", vocabulary(fit(new NgramSettings(1, 1, 0, 1, 3), texts)));
  }

  @Test
  void theVocabularyHoldsNothingButWhatWasFitted() {
    FittedFeatureExtractor extractor = fit(WORDS, "sea calm");
    byte[] before = SafeTensors.write(extractor.state());
    extractor.extract(sentences("secret held out words", "sea"));
    assertEquals("w:calm,w:sea", vocabulary(extractor));
    assertArrayEquals(before, SafeTensors.write(extractor.state()));
  }

  @Test
  void nothingInCommonLeavesNoFeature() {
    FittedFeatureExtractor extractor = fit(new NgramSettings(1, 1, 0, 2, 10), "a", "b");
    assertEquals(0, extractor.dimension());
    FittedFeatureExtractor restored = restore(extractor.state());
    assertEquals(0, restored.dimension());
    assertEquals(0, ((SparseVector) restored.extract(sentences("a")).get(0)).size());
  }

  /** A letter outside the basic plane is two chars; cut between them, it could not be saved. */
  @Test
  void lettersOutsideTheBasicPlaneAreNotCutInTwo() {
    String mathematicalBold = "\uD835\uDC0D\uD835\uDC00"; // 𝐍𝐀
    FittedFeatureExtractor extractor =
        fit(new NgramSettings(1, 1, 1, 1, 100), mathematicalBold, "ab");
    assertEquals(
        "c: ,c:a,c:b,c:\uD835\uDC00,c:\uD835\uDC0D,w:ab,w:" + mathematicalBold,
        vocabulary(extractor));
    assertEquals(
        vector(extractor, mathematicalBold), vector(restore(extractor.state()), mathematicalBold));
  }

  private static FittedFeatureExtractor restore(TensorBundle state) {
    return FeatureCodec.restore(
        SafeTensors.read(SafeTensors.write(state)),
        spec -> {
          throw new AssertionError("n-grams need no encoder");
        });
  }

  @Property(tries = 100)
  void aRestoredExtractorGivesTheSameVectors(
      @ForAll @Size(min = 1, max = 5) List<@StringLength(max = 12) String> texts) {
    List<Sentence> sentences = new ArrayList<>();
    texts.forEach(text -> sentences.add(Sentence.alone("d", "x" + text + "y z")));
    FittedFeatureExtractor extractor =
        new NgramExtractor(new NgramSettings(2, 1, 3, 1, 500)).fit(sentences);
    FittedFeatureExtractor restored = restore(extractor.state());
    assertEquals(extractor.dimension(), restored.dimension());
    for (Sentence sentence : sentences) {
      Map<String, Float> vector = vector(extractor, sentence.text());
      assertTrue(vector.size() > 0);
      assertEquals(vector, vector(restored, sentence.text()));
    }
  }

  private static Sentence sentence(String text, String previous, String next, String target) {
    return new Sentence(
        "d", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, next, target);
  }

  /** Vocabulary port, sea with idf 1 + ln(3/2) each; alone in its text, a word has length 1. */
  @Test
  void neighboursHaveTheSameVocabularyInBlocksOfTheirOwn() {
    FittedFeatureExtractor extractor =
        new NgramExtractor(WORDS.withContext(0.5, 0.25))
            .fit(List.of(sentence("sea", "calm", "calm", ""), sentence("port", null, null, "")));
    assertEquals("w:port,w:sea", vocabulary(extractor));
    assertEquals(6, extractor.dimension());
    assertArrayEquals(
        new float[] {0, 1, 0.5f, 0, 0, 0.25f},
        numbers(extractor, sentence("sea", "Port.", "Sea?", "")));
    assertArrayEquals(
        new float[] {1, 0, 0, 0, 0, 0.25f},
        numbers(extractor, sentence("port", null, "sea calm", "")));
    assertArrayEquals(
        new float[] {1, 0, 0.25f, 0},
        numbers(
            new NgramExtractor(WORDS.withContext(0, 0.25)).fit(sentences("sea", "port")),
            sentence("port", "sea", "port", "")));
  }

  @Test
  void eachTargetOfTheTrainingPartHasNgramsOfItsOwn() {
    FittedFeatureExtractor extractor =
        new NgramExtractor(WORDS.withTargetCopies(true))
            .fit(
                List.of(
                    sentence("sea", null, null, "tax"),
                    sentence("port", null, null, " fees\n"),
                    sentence("sea", null, null, "fees"),
                    sentence("port", null, null, "")));
    assertEquals("fees\ntax", extractor.state().setting("targets"));
    assertEquals(6, extractor.dimension());
    assertArrayEquals(
        new float[] {0, 1, 0, 0, 0, 1}, numbers(extractor, sentence("sea", null, null, "tax")));
    assertArrayEquals(
        new float[] {1, 0, 1, 0, 0, 0}, numbers(extractor, sentence("port", null, null, "fees")));
    assertArrayEquals(
        new float[] {1, 0, 0, 0, 0, 0}, numbers(extractor, sentence("port", null, null, "war")));
    assertArrayEquals(
        new float[] {1, 0, 0, 0, 0, 0}, numbers(extractor, sentence("port", null, null, "")));
  }

  private static float[] numbers(FittedFeatureExtractor extractor, Sentence sentence) {
    return numbers(extractor.extract(List.of(sentence)).get(0));
  }

  @Test
  void copiesForTargetsWantTargets() {
    assertEquals(
        "targetCopies is on, but none of the 2 training sentences names a target; switch it off or"
            + " name the targets in the data",
        assertThrows(
                IllegalArgumentException.class, () -> fit(WORDS.withTargetCopies(true), "a", "b"))
            .getMessage());
  }

  @Test
  void optionsThatAreOffLeaveNoTraceInTheState() {
    assertEquals(
        new TreeMap<>(
            Map.of(
                "type", "ngrams",
                "wordMax", "1",
                "charMin", "1",
                "charMax", "0",
                "minDocuments", "1",
                "maxFeatures", "1000")),
        fit(WORDS, "a b").state().metadata());
  }

  @Test
  void damagedStatesAreRefusedWithTheReason() {
    TensorBundle good = fit(WORDS, "a b").state();
    refused(
        with(good, "type", "words"),
        "unknown feature type 'words'; known are ngrams, embedding, concat, tokens");
    refused(with(good, "wordMax", "two"), "features of type 'ngrams' are damaged");
    refused(with(good, "wordMax", "9"), "wordMax must be in [1, 5], got 9");
    refused(with(good, "vocabulary", Tensor.ofText("w:a\nw:b\nw:c")), "3 n-grams but 2 weights");
    refused(
        with(good, "vocabulary", Tensor.ofText("w:b\nw:a")), "'w:a' at place 1 is out of order");
    refused(with(good, "vocabulary", Tensor.ofText("w:b\nw:b")), "out of order or twice there");
    refused(with(good, "vocabulary", Tensor.ofInts(new int[2], 2)), "tensor holds I32, not U8");
    refused(with(good, "idf", Tensor.ofFloats(new float[2], 2, 1)), "has shape [2, 1]");
    refused(with(good, "targetCopies", "true"), "0 targets, but targetCopies is true");
    refused(with(good, "targets", "a"), "1 targets, but targetCopies is false");
    refused(with(good, "targetCopies", "yes"), "targetCopies must be true or false, got 'yes'");
    refused(with(good, "nextWeight", "101"), "nextWeight must be in [0, 100], got 101.0");
    TensorBundle copies = with(good, "targetCopies", "true");
    refused(
        with(copies, "targets", "b\na"), "target 'a' at place 1 is out of order or twice there");
    refused(TensorBundle.of(good.metadata(), Map.of()), "no tensor 'vocabulary'");
    refused(TensorBundle.of(Map.of(), good.tensors()), "no setting 'type'");
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

  private static void refused(TensorBundle state, String reason) {
    String message = assertThrows(TensorFormatException.class, () -> restore(state)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertSettings("wordMax must be in [1, 5], got 0", 0, 1, 0, 1, 1);
    assertSettings("charMax must be in [0, 8], got 9", 1, 1, 9, 1, 1);
    assertSettings("charMin must be in [1, 3], got 4", 1, 4, 3, 1, 1);
    assertSettings("charMin must be in [1, 3], got 0", 1, 0, 3, 1, 1);
    assertSettings("minDocuments must be in [1, 2147483647], got 0", 1, 1, 0, 0, 1);
    assertSettings("maxFeatures must be in [1, 2147483647], got 0", 1, 1, 0, 1, 0);
  }

  private static void assertSettings(String message, int word, int min, int max, int docs, int n) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> new NgramSettings(word, min, max, docs, n))
            .getMessage());
  }

  @Test
  void factorsOutOfRangeAreRefused() {
    assertEquals(
        "previousWeight must be in [0, 100], got -0.5",
        assertThrows(IllegalArgumentException.class, () -> WORDS.withContext(-0.5, 0))
            .getMessage());
    assertEquals(
        "nextWeight must be in [0, 100], got NaN",
        assertThrows(IllegalArgumentException.class, () -> WORDS.withContext(0, Double.NaN))
            .getMessage());
    assertEquals(WORDS, WORDS.withContext(-0.0, 0));
  }

  @Test
  void sparseVectorsWantAscendingIndicesInRange() {
    assertEquals(7, new SparseVector(9, new int[] {0, 7}, new float[] {1, 2}).index(1));
    for (int[] indices : new int[][] {{1, 0}, {3, 3}, {-1, 0}, {0, 9}}) {
      assertThrows(
          IllegalArgumentException.class, () -> new SparseVector(9, indices, new float[2]));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new SparseVector(9, new int[1], new float[2]));
  }
}
