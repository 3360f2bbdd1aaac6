package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

class ProbabilityScoresTest {
  private static final double EXACT = 1e-12;

  private static ScoredExample scored(Stance gold, double pro, double anti, double neutral) {
    return new ScoredExample(
        Samples.example("s", gold, "g"), new StanceProbabilities(pro, anti, neutral));
  }

  /** Six rows, two of them wrong by their most probable stance. */
  private static final List<ScoredExample> SIX =
      List.of(
          scored(Stance.PRO, 0.7, 0.2, 0.1),
          scored(Stance.ANTI, 0.1, 0.6, 0.3),
          scored(Stance.NEUTRAL, 0.2, 0.2, 0.6),
          scored(Stance.ANTI, 0.5, 0.3, 0.2),
          scored(Stance.ANTI, 0.3, 0.4, 0.3),
          scored(Stance.PRO, 0.05, 0.05, 0.9));

  /**
   * scikit-learn 1.9.1 on the same rows: {@code log_loss} 1.0823870002041327, {@code
   * brier_score_loss(scale_by_half=False)} 0.6124999999999999.
   */
  @Test
  void logLossAndBrierScoreEqualThoseOfScikitLearn() {
    assertEquals(1.0823870002041327, LogLoss.of(SIX), EXACT);
    assertEquals(0.6125, BrierScore.of(SIX), EXACT);
  }

  /** Worked: pro 0.5 on pro: (0.5² + 0.3² + 0.2²) = 0.38; the loss is ln 2. */
  @Test
  void aSingleRowByHand() {
    List<ScoredExample> one = List.of(scored(Stance.PRO, 0.5, 0.3, 0.2));
    assertEquals(0.38, BrierScore.of(one), EXACT);
    assertEquals(Math.log(2), LogLoss.of(one), EXACT);
    assertEquals(0.5, ExpectedCalibrationError.of(one), EXACT);
  }

  @Test
  void theRangesRunFromPerfectToCertainlyWrong() {
    List<ScoredExample> right = List.of(scored(Stance.PRO, 1, 0, 0));
    List<ScoredExample> wrong = List.of(scored(Stance.PRO, 0, 1, 0));
    List<ScoredExample> unsure = List.of(scored(Stance.PRO, 1.0 / 3, 1.0 / 3, 1.0 / 3));
    assertEquals(0, LogLoss.of(right));
    assertEquals(-Math.log(1e-15), LogLoss.of(wrong), EXACT);
    assertEquals(Math.log(3), LogLoss.of(unsure), EXACT);
    assertEquals(0, BrierScore.of(right));
    assertEquals(2, BrierScore.of(wrong));
    assertEquals(2.0 / 3, BrierScore.of(unsure), EXACT);
    assertEquals(0, ExpectedCalibrationError.of(right));
    assertEquals(1, ExpectedCalibrationError.of(wrong));
  }

  /**
   * Worked: (0.66, 0.73]: 0.7, right; (0.53, 0.6]: 0.6 and 0.6, both right; (0.46, 0.53]: 0.5,
   * wrong; (0.33, 0.4]: 0.4, right; (0.86, 0.93]: 0.9, wrong. (0.3 + 0.8 + 0.5 + 0.6 + 0.9) / 6.
   */
  @Test
  void theCalibrationErrorSumsTheGapsOfTheBins() {
    ReliabilityCurve curve = ReliabilityCurve.of(SIX);
    assertEquals(15, curve.bins().size());
    assertEquals(6, curve.n());
    assertEquals(List.of(1, 1, 2, 1, 1), curve.filled().stream().map(ReliabilityBin::n).toList());
    ReliabilityBin two = curve.bins().get(8);
    assertEquals(0.6, two.confidence(), EXACT);
    assertEquals(1, two.accuracy());
    assertEquals(-0.4, two.gap(), EXACT);
    assertEquals(3.1 / 6, ExpectedCalibrationError.of(curve), EXACT);
    assertEquals(3.7 / 6, curve.confidence(), EXACT);
  }

  /** Ten rows at 0.8, eight of them right: nothing to complain of. */
  @Test
  void aModelThatIsRightAsOftenAsItSaysHasNoError() {
    List<ScoredExample> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(scored(i < 8 ? Stance.PRO : Stance.ANTI, 0.8, 0.1, 0.1));
    }
    assertEquals(0, ExpectedCalibrationError.of(rows), EXACT);
  }

  @Test
  void aBoundBelongsToTheBinBelowIt() {
    ReliabilityCurve curve = ReliabilityCurve.of(List.of(scored(Stance.PRO, 0.5, 0.25, 0.25)), 4);
    assertEquals(List.of(0, 1, 0, 0), curve.bins().stream().map(ReliabilityBin::n).toList());
    assertEquals(1, ReliabilityCurve.of(List.of(scored(Stance.PRO, 1, 0, 0)), 4).bins().get(3).n());
  }

  @Test
  void theMeanProbabilityIsWhatTheModelTakesForTheShares() {
    StanceProbabilities mean = ProbabilityScores.of(SIX).mean();
    assertEquals(1.85 / 6, mean.pro(), EXACT);
    assertEquals(1.75 / 6, mean.anti(), EXACT);
    assertEquals(2.4 / 6, mean.neutral(), EXACT);
  }

  @Test
  void noExamplesScoreNothingAndHaveNoMean() {
    assertEquals(0, LogLoss.of(List.of()));
    assertEquals(0, BrierScore.of(List.of()));
    assertEquals(0, ExpectedCalibrationError.of(List.of()));
    assertEquals(List.of(), ReliabilityCurve.of(List.of()).filled());
    assertThrows(IllegalArgumentException.class, () -> ProbabilityScores.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> ReliabilityCurve.of(SIX, 0));
  }

  @Test
  void anEvaluationCarriesThemAndThoseFromBeforeCalibration() {
    List<ScoredExample> scored = Samples.scored("pppaaannn", "ppaaannnp", 3);
    Evaluation evaluation = Evaluator.evaluate("m", "d", scored, 20, 7);
    assertEquals(ProbabilityScores.of(scored), evaluation.probabilities());
    assertEquals(null, evaluation.beforeCalibration());
    List<ScoredExample> other = Samples.scored("pppaaannn", "pppaaannn", 3);
    Evaluation both = evaluation.withBeforeCalibration(ProbabilityScores.of(other));
    assertEquals(ProbabilityScores.of(other), both.beforeCalibration());
    assertEquals(evaluation.probabilities(), both.probabilities());
    assertEquals(evaluation.intervals(), both.intervals());
    assertThrows(
        IllegalArgumentException.class,
        () -> evaluation.withBeforeCalibration(ProbabilityScores.of(SIX)));
  }
}
