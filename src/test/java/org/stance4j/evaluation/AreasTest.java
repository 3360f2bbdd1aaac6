package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

class AreasTest {
  private static final double EXACT = 1e-12;

  private static List<BinaryScore> cases(double[] scores, int... positive) {
    List<BinaryScore> cases = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      cases.add(new BinaryScore(scores[i], positive[i] == 1, "g" + i));
    }
    return cases;
  }

  private static ScoredExample scored(Stance gold, double pro, double anti, double neutral) {
    return new ScoredExample(
        Samples.example("s", gold, "g"), new StanceProbabilities(pro, anti, neutral));
  }

  /** Six rows whose areas differ from stance to stance. */
  private static final List<ScoredExample> SIX =
      List.of(
          scored(Stance.PRO, 0.7, 0.2, 0.1),
          scored(Stance.ANTI, 0.1, 0.6, 0.3),
          scored(Stance.NEUTRAL, 0.2, 0.2, 0.6),
          scored(Stance.ANTI, 0.5, 0.3, 0.2),
          scored(Stance.ANTI, 0.3, 0.4, 0.3),
          scored(Stance.PRO, 0.05, 0.05, 0.9));

  /**
   * From the documentation of scikit-learn's {@code average_precision_score}: y_true = [0, 0, 1,
   * 1], y_scores = [0.1, 0.4, 0.35, 0.8] give 0.83….
   */
  @Test
  void averagePrecisionEqualsTheDocumentedExampleOfScikitLearn() {
    assertEquals(
        0.8333333333333333,
        AveragePrecision.of(cases(new double[] {0.1, 0.4, 0.35, 0.8}, 0, 0, 1, 1)),
        EXACT);
  }

  /**
   * Worked: recall 1/3 at precision 1, then three at once: recall 2/3 at 2/4, then 1 at 3/5: 1/3 ·
   * 1 + 1/3 · 1/2 + 1/3 · 3/5. scikit-learn 1.9.1 gives 0.7.
   */
  @Test
  void casesOfOneScoreShareAThreshold() {
    assertEquals(
        0.7,
        AveragePrecision.of(cases(new double[] {0.9, 0.5, 0.5, 0.5, 0.1}, 1, 0, 1, 0, 1)),
        EXACT);
    assertEquals(
        0.7,
        AveragePrecision.of(cases(new double[] {0.1, 0.5, 0.5, 0.9, 0.5}, 1, 1, 0, 1, 0)),
        EXACT);
  }

  @Test
  void averagePrecisionRunsFromTheShareOfPositivesToOne() {
    assertEquals(1, AveragePrecision.of(cases(new double[] {3, 2, 1}, 1, 1, 0)));
    assertEquals(0.25, AveragePrecision.of(cases(new double[] {1, 1, 1, 1}, 1, 0, 0, 0)), EXACT);
    assertEquals(0, AveragePrecision.of(cases(new double[] {1, 1}, 0, 0)));
    assertEquals(0, AveragePrecision.of(List.of()));
  }

  /**
   * scikit-learn 1.9.1: {@code roc_auc_score(multi_class="ovr", average=None)} and {@code
   * average_precision_score(average=None)} with one column per stance, and their macro means.
   */
  @Test
  void areasOfEachStanceAgainstTheRestEqualThoseOfScikitLearn() {
    OneVersusRest rocAuc = OneVersusRest.rocAuc(SIX);
    assertEquals(0.5, rocAuc.byStance().get(Stance.PRO), EXACT);
    assertEquals(1, rocAuc.byStance().get(Stance.ANTI), EXACT);
    assertEquals(0.8, rocAuc.byStance().get(Stance.NEUTRAL), EXACT);
    assertEquals(0.7666666666666666, rocAuc.mean(), EXACT);
    OneVersusRest prAuc = OneVersusRest.averagePrecision(SIX);
    assertEquals(2.0 / 3, prAuc.byStance().get(Stance.PRO), EXACT);
    assertEquals(1, prAuc.byStance().get(Stance.ANTI), EXACT);
    assertEquals(0.5, prAuc.byStance().get(Stance.NEUTRAL), EXACT);
    assertEquals(0.7222222222222222, prAuc.mean(), EXACT);
  }

  @Test
  void aStanceThatCannotBeToldFromTheRestIsLeftOut() {
    List<ScoredExample> two =
        List.of(scored(Stance.PRO, 0.6, 0.2, 0.2), scored(Stance.ANTI, 0.5, 0.3, 0.2));
    assertEquals(Set.of(Stance.PRO, Stance.ANTI), OneVersusRest.rocAuc(two).byStance().keySet());
    List<ScoredExample> one = List.of(scored(Stance.PRO, 0.6, 0.2, 0.2));
    assertEquals(Map.of(), OneVersusRest.rocAuc(one).byStance());
    assertEquals(0.5, OneVersusRest.rocAuc(one).mean());
    assertEquals(0, OneVersusRest.averagePrecision(one).mean());
  }

  /** Every figure of a resample that draws each cluster once is the figure of the data. */
  @Test
  void addedUpClustersGiveTheFiguresOfTheWhole() {
    SplittableRandom random = new SplittableRandom(11);
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double pro = random.nextInt(5) / 10.0;
      double anti = random.nextInt(5) / 10.0;
      scored.add(
          new ScoredExample(
              Samples.example("s" + i, Stance.values()[random.nextInt(3)], "g" + i / 9),
              new StanceProbabilities(pro, anti, 1 - pro - anti)));
    }
    ClusterFigures figures = new ClusterFigures(scored);
    int[] drawn = new int[figures.clusters()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = i;
    }
    double[] actual = figures.of(drawn);
    int next = 0;
    for (Metric metric : Metric.values()) {
      assertEquals(metric.applyAsDouble(ConfusionMatrix.of(scored)), actual[next++], EXACT);
    }
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      assertEquals(metric.applyAsDouble(scored), actual[next++], 1e-10, metric.key());
    }
  }

  /** A cluster drawn twice counts as its rows written down twice. */
  @Test
  void aClusterThatIsDrawnTwiceCountsTwice() {
    List<ScoredExample> rows = new ArrayList<>();
    for (int i = 0; i < SIX.size(); i++) {
      rows.add(
          new ScoredExample(
              Samples.example("s" + i, SIX.get(i).gold(), "g" + i / 2),
              SIX.get(i).probabilities()));
    }
    double[] actual = new ClusterFigures(rows).of(new int[] {0, 1, 1});
    List<ScoredExample> written = new ArrayList<>(rows.subList(0, 4));
    written.addAll(rows.subList(2, 4));
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      assertEquals(
          metric.applyAsDouble(written),
          actual[Metric.values().length + metric.ordinal()],
          EXACT,
          metric.key());
    }
  }

  @Test
  void intervalsOfProbabilitiesHoldTheirFigures() {
    List<ScoredExample> scored = Samples.clustered(20, 0.6, 0.2, new SplittableRandom(3));
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, 500, 7);
    for (ProbabilityMetric metric : ProbabilityMetric.values()) {
      Interval interval = evaluation.interval(metric);
      assertEquals(20, interval.clusters());
      assertFalse(interval.low() == interval.high(), metric.key());
      // the calibration error of a resample is larger than that of the data, on average
      if (metric != ProbabilityMetric.CALIBRATION_ERROR) {
        assertEquals(true, interval.contains(evaluation.probabilities().of(metric)), metric.key());
      }
    }
  }
}
