package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {
  private static final double EXACT = 1e-12;

  private static Map<String, List<String>> words(String text) {
    return Map.of("word", Arrays.asList(text.split(" ")));
  }

  /**
   * Example 13.1 of Manning, Raghavan and Schütze, Introduction to Information Retrieval: the
   * scores are 3/4 (3/7)³ (1/14)² ≈ 0.0003 and 1/4 (2/9)³ (2/9)² ≈ 0.0001.
   */
  @Test
  void scoresEqualTheTextbookExample() {
    NaiveBayes model =
        NaiveBayes.fit(
            List.of(
                words("Chinese Beijing Chinese"),
                words("Chinese Chinese Shanghai"),
                words("Chinese Macao"),
                words("Tokyo Japan Chinese")),
            List.of(0, 0, 0, 1),
            2);
    double[] scores = model.logScores(words("Chinese Chinese Chinese Tokyo Japan"));
    double china = 3.0 / 4 * Math.pow(3.0 / 7, 3) * Math.pow(1.0 / 14, 2);
    double other = 1.0 / 4 * Math.pow(2.0 / 9, 5);
    assertEquals(0.0003, china, 0.00005);
    assertEquals(0.0001, other, 0.00005);
    assertArrayEquals(new double[] {Math.log(china), Math.log(other)}, scores, EXACT);
    assertEquals(
        china / (china + other),
        model.probabilities(words("Chinese Chinese Chinese Tokyo Japan"))[0],
        EXACT);
  }

  /** Columns are fields of their own: each has its own total and number of values. */
  @Test
  void aColumnIsCountedByItself() {
    NaiveBayes model =
        NaiveBayes.fit(
            List.of(
                Map.of("colour", List.of("red"), "size", List.of("s")),
                Map.of("colour", List.of("red"), "size", List.of("m")),
                Map.of("colour", List.of("blue"), "size", List.of("s"))),
            List.of(0, 0, 1),
            2);
    // 2/3 · (2+1)/(2+2) · (1+1)/(2+2) against 1/3 · (0+1)/(1+2) · (1+1)/(1+2)
    double first = 2.0 / 3 * 3 / 4 * 2 / 4;
    double second = 1.0 / 3 * 1 / 3 * 2 / 3;
    assertEquals(
        first / (first + second),
        model.probabilities(Map.of("colour", List.of("red"), "size", List.of("s")))[0],
        EXACT);
  }

  @Test
  void unseenValuesAndFieldsContributeNothing() {
    NaiveBayes model =
        NaiveBayes.fit(List.of(words("a"), words("b"), words("b")), List.of(0, 1, 1), 2);
    double[] prior = {1.0 / 3, 2.0 / 3};
    assertArrayEquals(prior, model.probabilities(words("c")), EXACT);
    assertArrayEquals(prior, model.probabilities(Map.of("other", List.of("a"))), EXACT);
    assertArrayEquals(prior, model.probabilities(Map.of()), EXACT);
  }

  @Test
  void aClassWithoutRowsHasNoProbability() {
    NaiveBayes model = NaiveBayes.fit(List.of(words("a"), words("b")), List.of(0, 2), 3);
    assertEquals(0, model.probabilities(words("a"))[1]);
    assertEquals(1, Arrays.stream(model.probabilities(words("a"))).sum(), EXACT);
  }

  @Test
  void nothingToLearnFromIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> NaiveBayes.fit(List.of(), List.of(), 3));
    assertThrows(
        IllegalArgumentException.class, () -> NaiveBayes.fit(List.of(words("a")), List.of(), 3));
  }
}
