package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceSet;

class ConformalCalibrationTest {
  /** Nine sentences of pro, four of anti, none of neutral. */
  private static ConformalCalibration nineAndFour() {
    return ConformalCalibration.ofProbabilities(
        Map.of(
            Stance.PRO,
            new float[] {0.5f, 0.9f, 0.1f, 0.8f, 0.2f, 0.7f, 0.3f, 0.6f, 0.4f},
            Stance.ANTI,
            new float[] {0.75f, 0.25f, 0.5f, 1}));
  }

  /**
   * Worked: (9 + 1) · 0.8 = 8, so the 8th largest of nine; (4 + 1) · 0.8 = 4, the 4th of four. At
   * 0.81, 8.1 and 4.05 are rounded up to the 9th and to the 5th, which does not exist: anti is in
   * every set.
   */
  @Test
  void thresholdsAreTheFiniteSampleQuantilesOfEachStance() {
    assertEquals(
        Map.of(Stance.PRO, (double) 0.2f, Stance.ANTI, 0.25), nineAndFour().sets(0.8).thresholds());
    assertTrue(nineAndFour().carries(0.8));
    assertEquals(
        Map.of(Stance.PRO, (double) 0.1f, Stance.ANTI, 0.0), nineAndFour().sets(0.81).thresholds());
    assertFalse(nineAndFour().carries(0.81));
    assertEquals(Stance.ANTI, nineAndFour().rarest());
    // (9 + 1) · 0.9 = 9, though 0.9 in binary is a little more
    assertEquals((double) 0.1f, nineAndFour().sets(0.9).thresholds().get(Stance.PRO));
  }

  @Test
  void aSetHoldsEveryStanceThatReachesItsThreshold() {
    ConformalSets sets = nineAndFour().sets(0.8);
    assertEquals(List.of("pro", "anti"), sets.of(new StanceProbabilities(0.3, 0.4, 0.3)).labels());
    assertEquals(List.of("anti"), sets.of(new StanceProbabilities(0.1, 0.25, 0.65)).labels());
    assertEquals(List.of(), sets.of(new StanceProbabilities(0, 0, 1)).labels());
    assertTrue(sets.of(new StanceProbabilities(0.1, 0.25, 0.65)).single().isPresent());
  }

  @Test
  void aStanceThatNoSentenceHasIsInNoSet() {
    StanceSet set = nineAndFour().sets(0.8).of(new StanceProbabilities(0.3, 0.05, 0.65));
    assertEquals(List.of("pro"), set.labels());
  }

  @Test
  void probabilitiesAreThoseOfTheGoldStanceRoundedDown() {
    double third = 1.0 / 3;
    ConformalCalibration calibration =
        ConformalCalibration.of(
            List.of(
                new ScoredExample(
                    Samples.example("a", Stance.PRO, "g"),
                    new StanceProbabilities(third, third, third)),
                new ScoredExample(
                    Samples.example("b", Stance.PRO, "g"), Samples.sure(Stance.ANTI))));
    assertTrue((double) calibration.probabilities(Stance.PRO)[0] <= third);
    assertEquals(third, calibration.probabilities(Stance.PRO)[0], 1e-7);
    assertEquals(0.1, calibration.probabilities(Stance.PRO)[1], 1e-7);
    assertEquals(2, calibration.n());
    // a sentence of the very same probabilities is covered
    assertTrue(
        calibration
            .sets(0.3)
            .of(new StanceProbabilities(third, third, third))
            .contains(Stance.PRO));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    assertArrayEquals(
        new float[] {1, 0.75f, 0.5f, 0.25f}, nineAndFour().probabilities(Stance.ANTI));
    assertEquals(0, nineAndFour().n(Stance.NEUTRAL));
  }

  @Test
  void wrongCoveragesAndProbabilitiesAreRefused() {
    for (double coverage : new double[] {0, 1, -0.1, 90, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> nineAndFour().sets(coverage));
    }
    for (float probability : new float[] {-0.1f, 1.1f, Float.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              ConformalCalibration.ofProbabilities(Map.of(Stance.PRO, new float[] {probability})));
    }
  }

  /** Answers of a model that is not calibrated, with shares of the stances as told. */
  private static List<ScoredExample> drawn(
      int n, double pro, double anti, SplittableRandom random) {
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double draw = random.nextDouble();
      Stance gold = draw < pro ? Stance.PRO : draw < pro + anti ? Stance.ANTI : Stance.NEUTRAL;
      double[] weights = new double[Stance.COUNT];
      double sum = 0;
      for (Stance stance : Stance.values()) {
        double logit =
            2 * random.nextDouble() + (stance == gold ? 1 : 0) + (stance == Stance.PRO ? 0.5 : 0);
        weights[List.of(Stance.values()).indexOf(stance)] = Math.exp(2 * logit);
        sum += Math.exp(2 * logit);
      }
      for (int k = 0; k < weights.length; k++) {
        weights[k] /= sum;
      }
      scored.add(
          new ScoredExample(Samples.example("s", gold, "g"), StanceProbabilities.of(weights)));
    }
    return scored;
  }

  /**
   * 400 times 300 calibration sentences and 300 fresh ones whose stances have other shares. The
   * coverage of a stance with n calibration sentences lies between 0.9 and 0.9 + 1/(n + 1) on
   * average; it varies by about 0.03 from run to run, so that its mean over 400 is good to 0.005.
   */
  @Test
  void everyStanceIsCoveredAsPromisedWhateverTheShares() {
    SplittableRandom random = new SplittableRandom(44);
    Map<Stance, Double> sums = new EnumMap<>(Stance.class);
    double size = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      ConformalSets sets = ConformalCalibration.of(drawn(300, 0.2, 0.3, random)).sets(0.9);
      SetCoverage coverage = SetCoverage.of(drawn(300, 0.5, 0.2, random), sets, 1, run);
      coverage
          .byStance()
          .forEach((stance, figures) -> sums.merge(stance, figures.coverage(), Double::sum));
      size += coverage.all().meanSize();
    }
    for (Stance stance : Stance.values()) {
      double mean = sums.getOrDefault(stance, 0.0) / runs;
      assertTrue(mean >= 0.895 && mean <= 0.9 + 1 / 50.0 + 0.005, stance + " " + mean);
    }
    assertTrue(size / runs < 2.2, "sets are not all the stances: " + size / runs);
  }

  /** Worked on six rows: pro twice, anti twice, neutral twice; thresholds 0.5 each. */
  @Test
  void figuresOfSetsByHand() {
    ConformalSets sets =
        new ConformalSets(0.9, Map.of(Stance.PRO, 0.5, Stance.ANTI, 0.3, Stance.NEUTRAL, 0.3));
    List<ScoredExample> scored =
        List.of(
            row(Stance.PRO, "a", 0.6, 0.2, 0.2),
            row(Stance.PRO, "a", 0.2, 0.6, 0.2),
            row(Stance.ANTI, "b", 0.5, 0.3, 0.2),
            row(Stance.ANTI, "b", 0.2, 0.4, 0.4),
            row(Stance.NEUTRAL, "c", 0.4, 0.29, 0.31),
            row(Stance.NEUTRAL, "c", 0.42, 0.29, 0.29));
    SetCoverage coverage = SetCoverage.of(scored, sets, 200, 17);
    assertEquals(new SetFigures(6, 4, 7, 1, 3, 2), coverage.all());
    assertEquals(new SetFigures(2, 1, 2, 0, 2, 1), coverage.byStance().get(Stance.PRO));
    assertEquals(new SetFigures(2, 2, 4, 0, 0, 0), coverage.byStance().get(Stance.ANTI));
    assertEquals(new SetFigures(2, 1, 1, 1, 1, 1), coverage.byStance().get(Stance.NEUTRAL));
    assertEquals(4 / 6.0, coverage.all().coverage());
    assertEquals(7 / 6.0, coverage.all().meanSize());
    assertEquals(0.5, coverage.all().answeredShare());
    assertEquals(2 / 3.0, coverage.all().precision());
    assertEquals(0, SetFigures.of(List.of(), sets::of).coverage());
    // three groups with 1, 2 and 1 of 2 covered
    assertEquals(3, coverage.interval().clusters());
    assertEquals(1, coverage.intervals().get(Stance.ANTI).clusters());
    assertEquals(1, coverage.intervals().get(Stance.ANTI).low());
    assertTrue(coverage.interval().low() >= 0.5 && coverage.interval().high() <= 1);
  }

  private static ScoredExample row(
      Stance gold, String group, double pro, double anti, double neutral) {
    return new ScoredExample(
        Samples.example("s", gold, group), new StanceProbabilities(pro, anti, neutral));
  }

  @Test
  void abstentionTellsOfAllOfIt() {
    List<ScoredExample> scored = Samples.scored("pppaaannn", "ppaaannnp", 3);
    Abstention with = Abstention.of(scored, ConformalCalibration.of(scored), 20, 7);
    assertEquals(3, with.sets().size());
    assertEquals(3, with.thresholds().size());
    assertEquals(List.of(Stance.values()), List.copyOf(with.thresholdsByStance().keySet()));
    assertEquals(9, with.curve().n());
    Abstention without = Abstention.of(scored, null, 20, 7);
    assertEquals(List.of(), without.sets());
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, 20, 7);
    assertEquals(without, evaluation.withAbstention(without).abstention());
    assertEquals(evaluation.scores(), evaluation.withAbstention(without).scores());
    Abstention other = Abstention.of(scored.subList(0, 3), null, 20, 7);
    assertThrows(IllegalArgumentException.class, () -> evaluation.withAbstention(other));
  }
}
