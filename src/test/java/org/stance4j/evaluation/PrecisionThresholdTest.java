package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

class PrecisionThresholdTest {
  /** Row i of n is right as told and has probability 0.99 − i/(2n). */
  private static List<ScoredExample> answers(boolean... right) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < right.length; i++) {
      double probability = 0.99 - 0.5 * i / right.length;
      double rest = (1 - probability) / 2;
      scored.add(
          new ScoredExample(
              Samples.example("s" + i, right[i] ? Stance.PRO : Stance.ANTI, "g" + i),
              new StanceProbabilities(probability, rest, rest)));
    }
    return scored;
  }

  /** The first so many are right, and of the rest every other one. */
  private static List<ScoredExample> sureOnes(int n, int sure) {
    boolean[] right = new boolean[n];
    for (int i = 0; i < n; i++) {
      right[i] = i < sure || (i - sure) % 2 == 1;
    }
    return answers(right);
  }

  /** R 4.3 {@code binom.test(8, 10)}: 0.4439045; of 10 out of 10 the bound is level^(1/10). */
  @Test
  void theExactBoundIsThatOfClopperAndPearson() {
    assertEquals(0.4439045, ClopperPearson.lower(8, 10, 0.025), 5e-8);
    assertEquals(Math.pow(0.05, 0.1), ClopperPearson.lower(10, 10, 0.05), 1e-12);
    // one or more of n with probability 0.05: (1 - p)^n = 0.95
    assertEquals(1 - Math.pow(0.95, 0.01), ClopperPearson.lower(1, 100, 0.05), 1e-12);
    assertEquals(0, ClopperPearson.lower(0, 7, 0.05));
    assertTrue(ClopperPearson.lower(90_000, 100_000, 0.05) > 0.898);
    assertThrows(IllegalArgumentException.class, () -> ClopperPearson.lower(8, 7, 0.05));
    assertThrows(IllegalArgumentException.class, () -> ClopperPearson.lower(1, 7, 0.5));
  }

  /**
   * 400 rows, the first 200 right, then every other one: at 60 % (240 rows) 220 are right, 0.9167,
   * at 65 % (260 rows) 230, 0.8846. The bounds at level 0.0025 are above 0.9 up to 55 % (220 rows,
   * 210 right) only where the tail says so, and at 50 % in any case: 0.0025^(1/200) = 0.9705.
   */
  @Test
  void theThresholdAnswersAsMuchAsThePrecisionAllows() {
    PrecisionThreshold found = PrecisionThreshold.of(sureOnes(400, 200), 0.9);
    OperatingPoint reached = Objects.requireNonNull(found.reached());
    assertEquals(240, reached.kept());
    assertEquals(220, reached.right());
    OperatingPoint assured = Objects.requireNonNull(found.assured());
    assertEquals(220, assured.kept());
    assertTrue(PrecisionThreshold.bound(assured) >= 0.9);
    assertTrue(PrecisionThreshold.bound(reached) < 0.9);
    assertEquals(PrecisionThreshold.Verdict.ASSURED, found.verdict());
    assertEquals(assured, found.chosen());
    assertEquals(0.9705, PrecisionThreshold.bound(new OperatingPoint(0.74, 200, 200, 400)), 5e-5);
  }

  /** Twelve right ones of forty: 0.0025^(1/12) = 0.607, so that nothing is shown. */
  @Test
  void aFewSentencesShowNothing() {
    PrecisionThreshold found = PrecisionThreshold.of(sureOnes(40, 12), 0.95);
    assertEquals(PrecisionThreshold.Verdict.TOO_FEW_SENTENCES, found.verdict());
    assertEquals(12, Objects.requireNonNull(found.chosen()).kept());
    assertNull(found.assured());
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    List<ScoredExample> half = sureOnes(100, 0);
    PrecisionThreshold found = PrecisionThreshold.of(half, 0.8);
    assertEquals(PrecisionThreshold.Verdict.NOT_REACHED, found.verdict());
    assertNull(found.chosen());
    assertEquals(0.5, Objects.requireNonNull(found.best()).precision());
    assertEquals(
        PrecisionThreshold.Verdict.NO_SENTENCES, PrecisionThreshold.of(List.of(), 0.8).verdict());
    assertThrows(IllegalArgumentException.class, () -> PrecisionThreshold.of(half, 0));
    assertThrows(IllegalArgumentException.class, () -> PrecisionThreshold.of(half, 1.01));
  }

  /**
   * 1,000 data sets of 600 answers that are right with their probability, 0.5 to 1: how often is a
   * threshold assured beyond which the true share is below 0.8? At most in 5 %.
   */
  @Test
  void anAssuredPrecisionIsSeldomWrong() {
    SplittableRandom random = new SplittableRandom(43);
    int wrong = 0;
    int assured = 0;
    for (int run = 0; run < 1000; run++) {
      List<ScoredExample> scored = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        double probability = 0.5 + random.nextDouble() / 2;
        boolean right = random.nextDouble() < probability;
        scored.add(
            new ScoredExample(
                Samples.example("s" + i, right ? Stance.PRO : Stance.ANTI, "g" + i),
                new StanceProbabilities(probability, 1 - probability, 0)));
      }
      OperatingPoint point = PrecisionThreshold.of(scored, 0.8).assured();
      if (point != null) {
        assured++;
        // the mean of a uniform probability from the threshold to 1
        wrong += (1 + point.threshold()) / 2 < 0.8 ? 1 : 0;
      }
    }
    assertTrue(assured > 500, "assured " + assured);
    assertTrue(wrong <= 50, "wrong " + wrong);
  }
}
