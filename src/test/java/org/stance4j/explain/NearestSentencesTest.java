package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;

class NearestSentencesTest {
  private static final List<Example> TRAINING =
      List.of(
          Samples.example("t1", "ab", Stance.PRO),
          Samples.example("t2", "aab", Stance.ANTI),
          Samples.example("t3", "b", Stance.NEUTRAL),
          Samples.example("t4", "zz", Stance.PRO));

  private static List<String> ids(List<Neighbour> neighbours) {
    return neighbours.stream().map(one -> one.example().id()).toList();
  }

  private static NearestSentences all(LetterEncoder encoder) {
    return new NearestSentences(TRAINING, encoder, "letters");
  }

  @Test
  void theNearestComeFirstByTheCosineOfTheirVectors() {
    List<Neighbour> nearest =
        all(new LetterEncoder()).of(List.of(Sentence.alone("q", "aaab")), 3).get(0);
    assertEquals(List.of("t2", "t1", "t3"), ids(nearest));
    // (3, 1)·(2, 1) / (√10 √5), (3, 1)·(1, 1) / (√10 √2), (3, 1)·(0, 1) / √10
    assertEquals(7 / Math.sqrt(50), nearest.get(0).similarity(), 1e-12);
    assertEquals(4 / Math.sqrt(20), nearest.get(1).similarity(), 1e-12);
    assertEquals(1 / Math.sqrt(10), nearest.get(2).similarity(), 1e-12);
  }

  @Test
  void allTextsAreEncodedInOneCallEachOnce() {
    LetterEncoder encoder = new LetterEncoder();
    all(encoder).of(List.of(Sentence.alone("q", "ab"), Sentence.alone("r", "b a")), 2);
    assertEquals(1, encoder.calls.size());
    List<String> texts = encoder.calls.get(0);
    assertEquals(new HashSet<>(texts).size(), texts.size());
    assertEquals(List.of("ab", "b a"), List.of(texts.get(0), texts.get(texts.size() - 1)));
  }

  @Test
  void aSentenceIsNotItsOwnNeighbourButItsTextElsewhereIs() {
    NearestSentences nearest = all(new LetterEncoder());
    Sentence itself = TRAINING.get(0).sentence();
    assertEquals(List.of("t2", "t3"), ids(nearest.of(List.of(itself), 2).get(0)));
    assertEquals(List.of("t1"), ids(nearest.of(List.of(Sentence.alone("other", "ab")), 1).get(0)));
  }

  @Test
  void ofOneTextAndLabelTheFirstStandsForAll() {
    NearestSentences nearest =
        new NearestSentences(
            List.of(
                Samples.example("a", "Same  text", Stance.PRO),
                Samples.example("b", "Same text", Stance.PRO),
                Samples.example("c", "Same text", Stance.ANTI)),
            new LetterEncoder(),
            "letters");
    assertEquals(2, nearest.size());
    assertEquals(
        List.of("a", "c"), ids(nearest.of(List.of(Sentence.alone("q", "Same")), 5).get(0)));
  }

  @Test
  void onlyTheCandidatesThatShareWordsAreEncoded() {
    LetterEncoder encoder = new LetterEncoder();
    NearestSentences nearest =
        new NearestSentences(
            List.of(
                Samples.example("a", "tea is nice", Stance.PRO),
                Samples.example("b", "rain falls", Stance.PRO),
                Samples.example("c", "no more tea", Stance.ANTI)),
            encoder,
            "letters",
            2);
    List<Neighbour> found = nearest.of(List.of(Sentence.alone("q", "Tea!")), 3).get(0);
    assertEquals(2, found.size());
    assertTrue(ids(found).containsAll(List.of("a", "c")));
    assertEquals(3, encoder.calls.get(0).size());
  }

  @Test
  void nothingAskedGivesNothing() {
    assertEquals(List.of(), all(new LetterEncoder()).of(List.of(), 3));
  }

  @Test
  void noCandidatesAreRefused() {
    assertEquals(
        "candidates must be at least 1, got 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new NearestSentences(TRAINING, new LetterEncoder(), "letters", 0))
            .getMessage());
  }
}
