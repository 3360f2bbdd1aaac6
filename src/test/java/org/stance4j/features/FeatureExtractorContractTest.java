package org.stance4j.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.tensor.SafeTensors;
import org.stance4j.tensor.Tensor;
import org.stance4j.tensor.TensorBundle;
import org.stance4j.tensor.TensorFormatException;

/** What every extractor must do; one subclass per extractor, with all of its options on. */
public abstract class FeatureExtractorContractTest {
  private static final List<Sentence> TRAINING =
      List.of(
          sentence("The pact brings safety.", null, "The pact costs money.", "pact"),
          sentence("The pact costs money.", "The pact brings safety.", "Who pays?", "pact"),
          sentence("Who pays?", "The pact costs money.", null, "pact"),
          sentence("Ports grow, and ports close.", null, "Ports matter!", "harbour fees"),
          sentence("Ports matter!", "Ports grow, and ports close.", null, "harbour fees"),
          sentence("Nobody knows yet.", null, null, ""));

  private static final List<Sentence> OTHERS =
      List.of(
          sentence("Other words about the pact.", "Ports grow.", "Unheard of.", "harbour fees"),
          sentence("Unheard of.", "Other words about the pact.", " ", "a third target"),
          sentence("\u200b\u2026", null, null, ""),
          sentence("The pact brings safety.", null, null, ""));

  /** An extractor with all of its options on. */
  protected abstract FeatureExtractor contractExtractor();

  private static Sentence sentence(String text, String previous, String next, String target) {
    return new Sentence(
        "d", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, next, target);
  }

  private FittedFeatureExtractor fitted() {
    return contractExtractor().fit(TRAINING);
  }

  private static FittedFeatureExtractor restore(TensorBundle state) {
    return FeatureCodec.restore(SafeTensors.read(SafeTensors.write(state)), TextHashEncoder::new);
  }

  private static float[][] numbers(FittedFeatureExtractor extractor, List<Sentence> sentences) {
    return extractor.extract(sentences).stream()
        .map(FeatureExtractorContractTest::numbers)
        .toArray(float[][]::new);
  }

  /** All numbers of a vector, zeros included. */
  protected static float[] numbers(FeatureVector vector) {
    if (vector instanceof DenseVector dense) {
      return dense.values();
    }
    SparseVector sparse = (SparseVector) vector;
    float[] numbers = new float[sparse.dimension()];
    for (int place = 0; place < sparse.size(); place++) {
      numbers[sparse.index(place)] = sparse.value(place);
    }
    return numbers;
  }

  @Test
  void allVectorsHaveTheLengthThatIsTold() {
    FittedFeatureExtractor extractor = fitted();
    for (List<Sentence> sentences : List.of(TRAINING, OTHERS)) {
      List<FeatureVector> vectors = extractor.extract(sentences);
      assertEquals(sentences.size(), vectors.size());
      vectors.forEach(vector -> assertEquals(extractor.dimension(), vector.dimension()));
    }
    assertEquals(List.of(), extractor.extract(List.of()));
  }

  @Test
  void allNumbersAreFinite() {
    for (float[] vector : numbers(fitted(), OTHERS)) {
      for (float value : vector) {
        assertTrue(Float.isFinite(value));
      }
    }
  }

  @Test
  void aVectorDoesNotDependOnTheOtherSentencesOfTheCall() {
    FittedFeatureExtractor extractor = fitted();
    List<Sentence> sentences = new ArrayList<>(TRAINING);
    sentences.addAll(OTHERS);
    float[][] together = numbers(extractor, sentences);
    Collections.reverse(sentences);
    float[][] reversed = numbers(extractor, sentences);
    for (int i = 0; i < together.length; i++) {
      Sentence sentence = sentences.get(together.length - 1 - i);
      assertArrayEquals(together[i], numbers(extractor, List.of(sentence))[0]);
      assertArrayEquals(together[i], reversed[together.length - 1 - i]);
    }
  }

  @Test
  void nothingIsLearntFromSentencesOutsideTheTrainingPart() {
    FeatureExtractor extractor = contractExtractor();
    FittedFeatureExtractor fitted = extractor.fit(TRAINING);
    byte[] before = SafeTensors.write(fitted.state());
    fitted.extract(OTHERS);
    assertArrayEquals(before, SafeTensors.write(fitted.state()));
    extractor.fit(OTHERS);
    assertArrayEquals(before, SafeTensors.write(extractor.fit(TRAINING).state()));
  }

  @Test
  void aRestoredExtractorGivesTheSameVectorsAndTheSameState() {
    FittedFeatureExtractor extractor = fitted();
    FittedFeatureExtractor restored = restore(extractor.state());
    assertEquals(extractor.dimension(), restored.dimension());
    assertArrayEquals(numbers(extractor, TRAINING), numbers(restored, TRAINING));
    assertArrayEquals(numbers(extractor, OTHERS), numbers(restored, OTHERS));
    assertArrayEquals(SafeTensors.write(extractor.state()), SafeTensors.write(restored.state()));
  }

  @Test
  void severalThreadsGetWhatOneGets() {
    FittedFeatureExtractor extractor = fitted();
    float[][] expected = numbers(extractor, OTHERS);
    List<float[][]> parallel =
        IntStream.range(0, 50).parallel().mapToObj(i -> numbers(extractor, OTHERS)).toList();
    parallel.forEach(vectors -> assertArrayEquals(expected, vectors));
  }

  @Test
  void whatANewerVersionAddedToAStateIsRefusedByName() {
    TensorBundle good = fitted().state();
    for (String prefix : prefixes(good)) {
      String setting = prefix + "frobnicate";
      TensorBundle settings = with(good, setting, "true");
      assertContains("frobnicate", refused(settings));
      assertContains("newer version", refused(settings));
      TreeMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
      tensors.put(setting, Tensor.ofFloats(new float[1], 1));
      TensorBundle more = new TensorBundle(good.metadata(), tensors);
      assertContains("frobnicate", refused(more));
      assertContains("newer version", refused(more));
    }
  }

  /** "" and, in a state that holds others, what their names begin with. */
  private static Set<String> prefixes(TensorBundle state) {
    Set<String> prefixes = new TreeSet<>();
    for (String name : state.metadata().keySet()) {
      prefixes.add(name.substring(0, name.indexOf('.') + 1));
    }
    return prefixes;
  }

  @Test
  void aDamagedStateIsRefusedAsSuchOrStillReadButFailsInNoOtherWay() {
    TensorBundle good = fitted().state();
    for (String name : good.metadata().keySet()) {
      TreeMap<String, String> settings = new TreeMap<>(good.metadata());
      settings.remove(name);
      restoreOrRefuse(new TensorBundle(settings, good.tensors()));
      for (String value : List.of("", "x", "-1", "NaN", "99999999999", "1,2,3", "a\nb\nc")) {
        restoreOrRefuse(with(good, name, value));
      }
    }
    for (String name : good.tensors().keySet()) {
      TreeMap<String, Tensor> tensors = new TreeMap<>(good.tensors());
      tensors.remove(name);
      assertContains("no tensor", refused(new TensorBundle(good.metadata(), tensors)));
      for (Tensor tensor :
          List.of(
              Tensor.ofFloats(new float[0], 0),
              Tensor.ofFloats(new float[3], 3, 1),
              Tensor.ofInts(new int[2], 2),
              Tensor.ofText("w:b\nw:a"))) {
        tensors.put(name, tensor);
        restoreOrRefuse(new TensorBundle(good.metadata(), tensors));
      }
    }
  }

  private static void restoreOrRefuse(TensorBundle state) {
    try {
      restore(state).extract(OTHERS);
    } catch (TensorFormatException e) {
      assertTrue(!e.getMessage().isBlank());
    }
  }

  private static String refused(TensorBundle state) {
    return assertThrows(TensorFormatException.class, () -> restore(state)).getMessage();
  }

  private static TensorBundle with(TensorBundle state, String key, String value) {
    TreeMap<String, String> settings = new TreeMap<>(state.metadata());
    settings.put(key, value);
    return new TensorBundle(settings, state.tensors());
  }

  private static void assertContains(String part, String message) {
    assertTrue(message.contains(part), message);
  }
}
