package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

@SuppressWarnings("EnumOrdinal") // probabilities are in the declaration order of Stance
class PriorShiftTest {
  private static final StanceProbabilities HALVES = new StanceProbabilities(0.5, 0.5, 0);
  private static final StanceProbabilities THIRDS =
      new StanceProbabilities(1.0 / 3, 1.0 / 3, 1.0 / 3);
  private static final double[][] CENTRES = {{1.2, 0}, {-0.6, 1}, {-0.6, -1}};

  private static List<StanceProbabilities> rows(int first, double pro, int second, double other) {
    List<StanceProbabilities> rows = new ArrayList<>();
    rows.addAll(Collections.nCopies(first, new StanceProbabilities(pro, 1 - pro, 0)));
    rows.addAll(Collections.nCopies(second, new StanceProbabilities(other, 1 - other, 0)));
    return rows;
  }

  /**
   * Worked: training shares 1/2, 60 sentences at pro 0.8 and 40 at pro 0.2. The likelihood of the
   * share q is 60 ln(0.2 + 0.6 q) + 40 ln(0.8 − 0.6 q); its slope is 0 where 36 (0.8 − 0.6 q) = 24
   * (0.2 + 0.6 q), so q = 24 / 36 = 2/3. There the two logarithms are ln 0.6 and ln 0.4, and with
   * 0.5 each before, the statistic is 2 (60 ln 1.2 + 40 ln 0.8) = 4.02711. A sentence at 0.8
   * becomes 0.8 · 4/3 against 0.2 · 2/3: 8/9.
   */
  @Test
  void twoClassesByHand() {
    PriorShift shift = PriorShift.estimate(rows(60, 0.8, 40, 0.2), HALVES);
    assertTrue(shift.converged());
    assertEquals(2.0 / 3, shift.estimated().pro(), 1e-6);
    assertEquals(1.0 / 3, shift.estimated().anti(), 1e-6);
    assertEquals(0, shift.estimated().neutral());
    assertEquals(2 * (60 * Math.log(1.2) + 40 * Math.log(0.8)), shift.statistic(), 1e-9);
    // chi-squared with one degree of freedom: P(X >= 4.0271) = 0.04478
    assertEquals(0.04478, shift.p(), 1e-4);
    assertTrue(shift.changed());
    assertEquals(100, shift.n());
    StanceProbabilities adapted = shift.apply(new StanceProbabilities(0.8, 0.2, 0));
    assertEquals(8.0 / 9, adapted.pro(), 1e-6);
    assertEquals(1.0 / 9, adapted.anti(), 1e-6);
  }

  /** Worked: one step from equal shares gives the mean probability, 0.6 · 0.8 + 0.4 · 0.2. */
  @Test
  void evenTextLeavesThePriorAlone() {
    PriorShift shift = PriorShift.estimate(rows(50, 0.8, 50, 0.2), HALVES);
    assertEquals(1, shift.iterations());
    assertEquals(0.5, shift.estimated().pro(), 1e-12);
    assertEquals(0, shift.statistic(), 1e-9);
    assertEquals(1, shift.p(), 1e-6);
    assertFalse(shift.changed());
    StanceProbabilities row = new StanceProbabilities(0.3, 0.7, 0);
    assertEquals(0.3, shift.apply(row).pro(), 1e-12);
  }

  /** A point around the centre of its stance, and its true probabilities under a prior. */
  private static StanceProbabilities draw(
      Stance stance, StanceProbabilities prior, SplittableRandom random) {
    double x = CENTRES[stance.ordinal()][0] + random.nextGaussian();
    double y = CENTRES[stance.ordinal()][1] + random.nextGaussian();
    double[] values = new double[Stance.COUNT];
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      double dx = x - CENTRES[k][0];
      double dy = y - CENTRES[k][1];
      values[k] = prior.toArray()[k] * Math.exp(-(dx * dx + dy * dy) / 2);
      sum += values[k];
    }
    for (int k = 0; k < values.length; k++) {
      values[k] /= sum;
    }
    return StanceProbabilities.of(values);
  }

  private static List<ScoredExample> simulated(int n, StanceProbabilities shares, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      Stance gold =
          u < shares.pro()
              ? Stance.PRO
              : u < shares.pro() + shares.anti() ? Stance.ANTI : Stance.NEUTRAL;
      scored.add(
          new ScoredExample(
              Samples.example("s" + i, gold, "g" + i / 20), draw(gold, THIRDS, random)));
    }
    return scored;
  }

  @Test
  void aShiftedPriorIsRecoveredFromCalibratedProbabilities() {
    StanceProbabilities shares = new StanceProbabilities(0.1, 0.2, 0.7);
    PriorAdaptation adaptation =
        PriorAdaptation.of("m", "d", simulated(3000, shares, 5), THIRDS, List.of(), 200, 17);
    PriorShift shift = adaptation.shift();
    assertTrue(shift.converged());
    for (Stance stance : Stance.values()) {
      assertEquals(shares.of(stance), shift.estimated().of(stance), 0.03);
      assertEquals(shares.of(stance), adaptation.gold().of(stance), 0.03);
    }
    assertTrue(shift.p() < 1e-6);
    assertTrue(
        adaptation.after().probabilities().brier()
            < adaptation.before().probabilities().brier() - 0.03);
    assertTrue(adaptation.after().accuracy() > adaptation.before().accuracy() + 0.03);
    assertEquals(PriorAdaptation.Verdict.HELPED, adaptation.verdict());
    assertEquals("m", adaptation.before().model());
    assertEquals("m, prior adapted", adaptation.after().model());
  }

  @Test
  void withoutAShiftThereIsNothingToTell() {
    PriorAdaptation adaptation =
        PriorAdaptation.of("m", "d", simulated(3000, THIRDS, 6), THIRDS, List.of(), 200, 17);
    assertFalse(adaptation.shift().changed(), adaptation.shift()::toString);
    assertEquals(PriorAdaptation.Verdict.CANNOT_TELL, adaptation.verdict());
  }

  @Test
  void theEstimateDoesNotSeeTheLabels() {
    List<ScoredExample> scored = simulated(300, new StanceProbabilities(0.2, 0.3, 0.5), 7);
    List<ScoredExample> relabelled =
        scored.stream()
            .map(
                row ->
                    new ScoredExample(
                        Samples.example(row.example().id(), Stance.PRO, row.example().group()),
                        row.probabilities()))
            .toList();
    assertEquals(
        PriorAdaptation.of("m", "d", scored, THIRDS, List.of(), 20, 17).shift(),
        PriorAdaptation.of("m", "d", relabelled, THIRDS, List.of(), 20, 17).shift());
  }

  @Test
  void aStanceThatTrainingDidNotHaveStaysAtZero() {
    List<StanceProbabilities> rows =
        Collections.nCopies(60, new StanceProbabilities(0.2, 0.2, 0.6));
    PriorShift shift = PriorShift.estimate(rows, HALVES);
    assertEquals(0, shift.estimated().neutral());
    assertEquals(0, shift.apply(rows.get(0)).neutral());
    assertEquals(0.5, shift.apply(rows.get(0)).pro(), 1e-12);
  }

  @Test
  void whatTellsNothingStaysAsItIs() {
    StanceProbabilities impossible = new StanceProbabilities(0, 0, 1);
    List<StanceProbabilities> rows = new ArrayList<>(rows(60, 0.8, 40, 0.2));
    rows.addAll(Collections.nCopies(10, impossible));
    PriorShift shift = PriorShift.estimate(rows, HALVES);
    assertEquals(2.0 / 3, shift.estimated().pro(), 1e-6);
    assertSame(impossible, shift.apply(impossible));
    PriorShift nothing = PriorShift.estimate(Collections.nCopies(60, impossible), HALVES);
    assertEquals(HALVES, nothing.estimated());
    assertEquals(1, nothing.p(), 1e-6);
  }

  @Test
  void tooFewSentencesAreRefused() {
    assertEquals(
        "a prior is estimated from at least 50 sentences, got 49; give more text at once, or do not"
            + " adapt the prior",
        assertThrows(
                IllegalArgumentException.class,
                () -> PriorShift.estimate(rows(25, 0.8, 24, 0.2), HALVES))
            .getMessage());
  }

  /** From tables of the χ² distribution: the 5 % points are 3.841 and 5.991. */
  @Test
  void theChanceOfAStatisticIsThatOfTheTables() {
    assertEquals(0.05, ChiSquared.survival(3.841459, 1), 1e-6);
    assertEquals(0.05, ChiSquared.survival(5.991465, 2), 1e-6);
    assertEquals(1, ChiSquared.survival(0, 1), 1e-6);
    assertEquals(1, ChiSquared.survival(3, 0));
    assertThrows(IllegalArgumentException.class, () -> ChiSquared.survival(1, 3));
  }
}
