package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stance4j.Stance;

class AveragesTest {
  private static final double EXACT = 1e-12;

  /** 50 pro, 84 anti, 16 neutral. */
  private static final ConfusionMatrix UNEVEN =
      ConfusionMatrix.ofCounts(new int[][] {{31, 7, 12}, {9, 55, 20}, {4, 3, 9}});

  private static void assertFigures(
      double precision, double recall, double f1, PrecisionRecallF1 actual) {
    assertEquals(precision, actual.precision(), EXACT);
    assertEquals(recall, actual.recall(), EXACT);
    assertEquals(f1, actual.f1(), EXACT);
    assertEquals(150, actual.support());
  }

  /** scikit-learn 1.9.1, {@code precision_recall_fscore_support} on the same counts. */
  @Test
  void averagesEqualThoseOfScikitLearn() {
    assertFigures(
        0.590070498607084, 0.6124206349206349, 0.571206325108788, MacroAverage.of(UNEVEN));
    assertFigures(95.0 / 150, 95.0 / 150, 95.0 / 150, MicroAverage.of(UNEVEN));
    assertFigures(
        0.7321092728409803, 0.6333333333333333, 0.666965185346631, WeightedAverage.of(UNEVEN));
  }

  /** scikit-learn 1.9.1: {@code balanced_accuracy_score}, {@code cohen_kappa_score}. */
  @Test
  void balancedAccuracyAndKappaEqualThoseOfScikitLearn() {
    assertEquals(0.6124206349206349, BalancedAccuracy.of(UNEVEN), EXACT);
    assertEquals(0.4183587140439933, CohenKappa.of(UNEVEN), EXACT);
    assertEquals(0.4351245611858351, MatthewsCorrelation.of(UNEVEN), EXACT);
  }

  /** Recalls 31 of 50, 55 of 84, 9 of 16. */
  @Test
  void balancedAccuracyByHand() {
    assertEquals((0.62 + 55.0 / 84 + 0.5625) / 3, BalancedAccuracy.of(UNEVEN), EXACT);
  }

  /** Chance: (50 · 44 + 84 · 65 + 16 · 41) / 150² = 8316 / 22500. */
  @Test
  void kappaByHand() {
    double chance = 8316.0 / 22500;
    assertEquals((95.0 / 150 - chance) / (1 - chance), CohenKappa.of(UNEVEN), EXACT);
  }

  @Test
  void kappaOfAMatrixIsThatOfTwoAnnotators() {
    AgreementTable table =
        AgreementTable.ofCounts(java.util.List.of("pro", "anti", "neutral"), UNEVEN.counts());
    assertEquals(CohenKappa.of(table), CohenKappa.of(UNEVEN));
  }

  @Test
  void aStanceWithoutGoldLowersMacroF1ButNotBalancedAccuracy() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(Samples.stances("ppppaaaa"), Samples.stances("pppnaaaa"));
    assertEquals((0.75 + 1) / 2, BalancedAccuracy.of(matrix), EXACT);
    // F1: pro 6/7, anti 1, neutral 0
    assertEquals((6.0 / 7 + 1) / 3, MacroF1.of(matrix), EXACT);
    // recall of neutral counts as 0 in the macro average, which leaves out absent stances only
    assertEquals((0.75 + 1) / 3, MacroAverage.of(matrix).recall(), EXACT);
  }

  @Test
  void alwaysOneOfThreeStancesScoresAThird() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(Samples.stances("ppppppan"), Samples.stances("pppppppp"));
    assertEquals(1.0 / 3, BalancedAccuracy.of(matrix), EXACT);
    assertEquals(0, CohenKappa.of(matrix), EXACT);
  }

  @Test
  void theEmptyMatrixHasAveragesOfNothing() {
    for (Averaging way : Averaging.values()) {
      assertEquals(new PrecisionRecallF1(0, 0, 0, 0), way.of(ConfusionMatrix.EMPTY), way.key());
    }
  }

  @Test
  void microAverageCountsErrorsOfAllStancesTogether() {
    int truePositives = 0;
    int errors = 0;
    for (Stance stance : Stance.values()) {
      truePositives += UNEVEN.count(stance, stance);
      errors += UNEVEN.gold(stance) - UNEVEN.count(stance, stance);
    }
    assertEquals(
        (double) truePositives / (truePositives + errors), MicroAverage.of(UNEVEN).recall(), EXACT);
  }
}
