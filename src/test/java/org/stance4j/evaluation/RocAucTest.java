package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocAucTest {
  private static final double EXACT = 1e-12;

  /** Each case its own group. */
  private static List<BinaryScore> cases(double[] positives, double[] negatives) {
    List<BinaryScore> cases = new ArrayList<>();
    for (double score : positives) {
      cases.add(new BinaryScore(score, true, "g" + cases.size()));
    }
    for (double score : negatives) {
      cases.add(new BinaryScore(score, false, "g" + cases.size()));
    }
    return cases;
  }

  /** Pairs: 0.8 beats 0.6 and 0.4; 0.4 loses to 0.6 and ties with 0.4: 2.5 of 4. */
  @Test
  void aTieCountsHalf() {
    assertEquals(0.625, RocAuc.of(cases(new double[] {0.8, 0.4}, new double[] {0.6, 0.4})), EXACT);
  }

  /**
   * From the documentation of scikit-learn's {@code roc_auc_score}: y_true = [0, 0, 1, 1], y_scores
   * = [0.1, 0.4, 0.35, 0.8] give 0.75.
   */
  @Test
  void theAreaEqualsTheDocumentedExampleOfScikitLearn() {
    assertEquals(0.75, RocAuc.of(cases(new double[] {0.35, 0.8}, new double[] {0.1, 0.4})), EXACT);
  }

  @Test
  void theRangeRunsFromAllWrongToAllRight() {
    assertEquals(1, RocAuc.of(cases(new double[] {3, 2}, new double[] {1, -1})));
    assertEquals(0, RocAuc.of(cases(new double[] {-1}, new double[] {1, 2})));
    assertEquals(0.5, RocAuc.of(cases(new double[] {1, 1}, new double[] {1})));
  }

  @Test
  void anEmptyClassIsChance() {
    assertEquals(0.5, RocAuc.of(List.of()));
    assertEquals(0.5, RocAuc.of(cases(new double[] {1, 2}, new double[] {})));
    assertEquals(0.5, RocAuc.of(cases(new double[] {}, new double[] {1})));
  }

  @Test
  void theIntervalHoldsTheAreaAndDoesNotDependOnTheOrder() {
    SplittableRandom random = new SplittableRandom(5);
    List<BinaryScore> cases = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean positive = random.nextBoolean();
      cases.add(new BinaryScore(random.nextDouble() + (positive ? 0.4 : 0), positive, "g" + i / 5));
    }
    Interval interval = RocAuc.interval(cases, 500, 17);
    double area = RocAuc.of(cases);
    assertTrue(interval.contains(area), area + " " + interval);
    assertTrue(interval.high() - interval.low() > 0.02, interval.toString());
    assertEquals(60, interval.clusters());
    Collections.shuffle(cases, new Random(1));
    assertEquals(interval, RocAuc.interval(cases, 500, 17));
  }

  @Test
  void groupsAreDrawnWhole() {
    // one group: every resample is the data themselves
    List<BinaryScore> cases =
        List.of(
            new BinaryScore(0.8, true, "g"),
            new BinaryScore(0.4, true, "g"),
            new BinaryScore(0.6, false, "g"),
            new BinaryScore(0.4, false, "g"));
    assertEquals(new Interval(0.625, 0.625, 1, 20), RocAuc.interval(cases, 20, 3));
  }

  @Test
  void impossibleInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RocAuc.interval(List.of(), 10, 1));
    assertThrows(IllegalArgumentException.class, () -> new BinaryScore(Double.NaN, true, "g"));
  }
}
