package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.encoder.SentenceEncoder;

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
    return new NearestSentences(TRAINING, new LetterEncoder(), encoder, "letters");
  }

  @Test
  void theNearestComeFirstByTheCosineOfTheirVectors() {
    List<Neighbour> nearest =
        all(new LetterEncoder()).of(List.of(Sentence.alone("q", "aaab")), 3).get(0);
    assertEquals(List.of("t2", "t1", "t3"), ids(nearest));
    // (3, 1)·(2, 1) / (√10 √5), (3, 1)·(1, 1) / (√10 √2), (3, 1)·(0, 1) / √10
    assertEquals(7 / Math.sqrt(50), nearest.get(0).similarity(), 1e-6);
    assertEquals(4 / Math.sqrt(20), nearest.get(1).similarity(), 1e-6);
    assertEquals(1 / Math.sqrt(10), nearest.get(2).similarity(), 1e-6);
  }

  @Test
  void allThatIsAskedIsEncodedInOneCall() {
    LetterEncoder encoder = new LetterEncoder();
    all(encoder).of(List.of(Sentence.alone("q", "ab"), Sentence.alone("r", "b  a")), 2);
    assertEquals(List.of(List.of("ab", "b a")), encoder.calls);
  }

  @Test
  void aTextWithoutAVectorIsNearToNothing() {
    List<Neighbour> nearest =
        all(new LetterEncoder()).of(List.of(Sentence.alone("q", "42")), 1).get(0);
    assertEquals(List.of("t1"), ids(nearest));
    assertEquals(0, nearest.get(0).similarity());
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
            new LetterEncoder(),
            "letters");
    assertEquals(2, nearest.size());
    assertEquals(
        List.of("a", "c"), ids(nearest.of(List.of(Sentence.alone("q", "Same")), 5).get(0)));
  }

  @Test
  void nothingAskedGivesNothing() {
    assertEquals(List.of(), all(new LetterEncoder()).of(List.of(), 3));
  }

  @Test
  void twoEncodersCannotBeCompared() {
    SentenceEncoder other =
        new LetterEncoder() {
          @Override
          public String fingerprint() {
            return "others";
          }
        };
    assertEquals(
        "training sentences are embedded by letters, others by others; no distance can be told",
        assertThrows(
                IllegalArgumentException.class,
                () -> new NearestSentences(TRAINING, new LetterEncoder(), other, "letters"))
            .getMessage());
  }
}
