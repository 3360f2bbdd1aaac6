package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.evaluation.Samples.stances;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;

class MetricsTest {
  private static final double EXACT = 1e-12;

  /** Hand-worked: 20 pro, 50 anti, 30 neutral. */
  private static final ConfusionMatrix HAND =
      ConfusionMatrix.ofCounts(new int[][] {{12, 4, 4}, {2, 40, 8}, {6, 6, 18}});

  @Test
  void rowsAreGoldAndColumnsArePredicted() {
    ConfusionMatrix matrix = ConfusionMatrix.of(stances("ppan"), stances("panp"));
    assertEquals(1, matrix.count(Stance.PRO, Stance.ANTI));
    assertEquals(0, matrix.count(Stance.ANTI, Stance.PRO));
    assertEquals(2, matrix.gold(Stance.PRO));
    assertEquals(2, matrix.predicted(Stance.PRO));
    assertTrue(matrix.toString().startsWith("rows = gold, columns = predicted"));
  }

  @Test
  void mergingAddsCellByCellAndChangesNeither() {
    ConfusionMatrix one = ConfusionMatrix.of(stances("pan"), stances("paa"));
    ConfusionMatrix sum = one.merge(HAND);
    assertEquals(13, sum.count(Stance.PRO, Stance.PRO));
    assertEquals(7, sum.count(Stance.NEUTRAL, Stance.ANTI));
    assertEquals(3, one.total());
    assertEquals(one, one.merge(ConfusionMatrix.EMPTY));
  }

  @Test
  void listsOfUnequalLengthAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ConfusionMatrix.of(stances("pa"), stances("p")))
            .getMessage();
    assertTrue(message.contains("1 predicted and 2 gold"), message);
  }

  @Test
  void accuracyOfTheHandWorkedMatrixIsSeventyOfAHundred() {
    assertEquals(0.7, Accuracy.of(HAND), EXACT);
  }

  @Test
  void perClassFiguresOfTheHandWorkedMatrix() {
    // pro: 12 of 20 predicted, 12 of 20 gold
    assertEquals(new PrecisionRecallF1(0.6, 0.6, 0.6, 20), PrecisionRecallF1.of(HAND, Stance.PRO));
    // anti: 40 of 50 and 40 of 50; neutral: 18 of 30 and 18 of 30
    assertEquals(0.8, PrecisionRecallF1.of(HAND, Stance.ANTI).f1(), EXACT);
    assertEquals(0.6, PrecisionRecallF1.of(HAND, Stance.NEUTRAL).f1(), EXACT);
    assertEquals((0.6 + 0.8 + 0.6) / 3, MacroF1.of(HAND), EXACT);
    assertEquals(0.7, FAverage.of(HAND), EXACT);
  }

  @Test
  void correlationOfTheHandWorkedMatrix() {
    // c s = 7000; sum p t = 400 + 2500 + 900 = 3800; s^2 = 10000: 3200 / 6200
    assertEquals(3200.0 / 6200.0, MatthewsCorrelation.of(HAND), EXACT);
  }

  /**
   * From the documentation of scikit-learn's {@code f1_score}, {@code precision_score} and {@code
   * recall_score}: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1]; macro F1 0.26…, F1 of
   * the classes [0.8, 0, 0], precision [0.66…, 0, 0], recall [1, 0, 0].
   */
  @Test
  void figuresEqualTheDocumentedExamplesOfScikitLearn() {
    ConfusionMatrix matrix = ConfusionMatrix.of(stances("panpan"), stances("pnappa"));
    assertEquals(0.8 / 3, MacroF1.of(matrix), EXACT);
    assertEquals(
        new PrecisionRecallF1(2.0 / 3, 1, 0.8, 2), PrecisionRecallF1.of(matrix, Stance.PRO));
    assertEquals(new PrecisionRecallF1(0, 0, 0, 2), PrecisionRecallF1.of(matrix, Stance.ANTI));
    assertEquals(2.0 / 6, Accuracy.of(matrix), EXACT);
  }

  /**
   * From the documentation of scikit-learn's {@code confusion_matrix}: ["cat", "ant", "cat", "cat",
   * "ant", "bird"] against ["ant", "ant", "cat", "cat", "ant", "cat"] gives [[2, 0, 0], [0, 0, 1],
   * [1, 0, 2]], its rows being the truth.
   */
  @Test
  void orientationEqualsTheDocumentedMatrixOfScikitLearn() {
    ConfusionMatrix matrix = ConfusionMatrix.of(stances("npnnpa"), stances("ppnnpn"));
    assertEquals(ConfusionMatrix.ofCounts(new int[][] {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}}), matrix);
  }

  /**
   * From the documentation of scikit-learn's {@code matthews_corrcoef}: [+1, +1, +1, −1] against
   * [+1, −1, +1, +1] gives −0.33….
   */
  @Test
  void correlationEqualsTheDocumentedExampleOfScikitLearn() {
    assertEquals(
        -1.0 / 3,
        MatthewsCorrelation.of(ConfusionMatrix.of(stances("pppa"), stances("papp"))),
        EXACT);
  }

  @Test
  void aModelOfOneClassHasNoCorrelationAndAPerfectOneHasAllOfIt() {
    assertEquals(0, MatthewsCorrelation.of(ConfusionMatrix.of(stances("paan"), stances("aaaa"))));
    assertEquals(
        1, MatthewsCorrelation.of(ConfusionMatrix.of(stances("paan"), stances("paan"))), EXACT);
  }

  @Test
  void aStanceThatOccursNowhereIsLeftOutOfMacroF1ButNotOfTheFAverage() {
    ConfusionMatrix matrix = ConfusionMatrix.of(stances("pppn"), stances("pppn"));
    assertEquals(1, MacroF1.of(matrix));
    assertEquals(0.5, FAverage.of(matrix));
  }

  @Test
  void theEmptyMatrixScoresNothing() {
    for (Metric metric : Metric.values()) {
      assertEquals(0, metric.applyAsDouble(ConfusionMatrix.EMPTY), metric.key());
    }
  }

  @Test
  void holmMultipliesTheSmallestMostAndNeverFallsBelowASmallerOne() {
    // worked: sorted 0.01 0.03 0.04 -> 0.03 0.06 max(0.06, 0.04)
    List<Double> adjusted = HolmCorrection.adjust(List.of(0.04, 0.01, 0.03));
    assertEquals(0.06, adjusted.get(0), EXACT);
    assertEquals(0.03, adjusted.get(1), EXACT);
    assertEquals(0.06, adjusted.get(2), EXACT);
    assertEquals(List.of(1.0, 1.0), HolmCorrection.adjust(List.of(0.9, 0.6)));
  }
}
