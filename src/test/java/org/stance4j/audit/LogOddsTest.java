package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LogOddsTest {
  private static final double EXACT = 1e-12;

  /**
   * Worked by hand: three words, 4 counts on either side, prior 8 in the proportion 3 : 3 : 2.
   *
   * <p>First word: 3 + 3 of 12 against 0 + 3 of 12, odds 6/6 and 3/9. Second: 1 + 3 against 2 + 3,
   * odds 4/8 and 5/7. Third: 0 + 2 against 2 + 2, odds 2/10 and 4/8.
   */
  @Test
  void scoresOfTheHandWorkedCorpus() {
    double[] z = LogOdds.z(new int[] {3, 1, 0}, new int[] {0, 2, 2}, 8);
    assertArrayEquals(
        new double[] {
          Math.log(3) / Math.sqrt(1 / 6.0 + 1 / 3.0),
          Math.log(0.7) / Math.sqrt(1 / 4.0 + 1 / 5.0),
          Math.log(0.4) / Math.sqrt(1 / 2.0 + 1 / 4.0)
        },
        z,
        EXACT);
  }

  @Test
  void theScoreOfTheRestIsTheOppositeOfThePartsScore() {
    int[] part = {7, 2, 5, 0};
    int[] rest = {1, 2, 30, 4};
    double[] forward = LogOdds.z(part, rest, 10);
    double[] backward = LogOdds.z(rest, part, 10);
    for (int word = 0; word < part.length; word++) {
      assertEquals(forward[word], -backward[word], EXACT);
    }
  }

  @Test
  void aWordEquallyFrequentInBothScoresNothing() {
    assertEquals(0, LogOdds.z(new int[] {5, 5}, new int[] {10, 10}, 3)[0], EXACT);
  }

  @Test
  void ofTheSameRatioTheMoreFrequentWordScoresHigher() {
    double[] z = LogOdds.z(new int[] {80, 8, 100}, new int[] {20, 2, 200}, 10);
    assertEquals(true, z[0] > z[1] && z[1] > 0, z[0] + " " + z[1]);
  }

  @Test
  void wordsThatOccurNowhereOrAloneScoreNothing() {
    assertArrayEquals(new double[] {0, 0}, LogOdds.z(new int[] {3, 0}, new int[] {1, 0}, 5));
    assertArrayEquals(new double[] {}, LogOdds.z(new int[] {}, new int[] {}, 5));
  }

  @Test
  void countsOfOneSideOnlyAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> LogOdds.z(new int[] {1}, new int[] {1, 2}, 5));
    assertThrows(IllegalArgumentException.class, () -> LogOdds.z(new int[] {1}, new int[] {1}, 0));
  }
}
