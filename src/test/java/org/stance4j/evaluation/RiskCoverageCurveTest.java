package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;

class RiskCoverageCurveTest {
  private static final double EXACT = 1e-12;

  private static ScoredExample answer(double probability, boolean right) {
    return new ScoredExample(
        Samples.example("s", right ? Stance.PRO : Stance.ANTI, "g"),
        new StanceProbabilities(probability, (1 - probability) / 2, (1 - probability) / 2));
  }

  private static List<ScoredExample> five() {
    return List.of(
        answer(0.6, true),
        answer(0.9, true),
        answer(0.8, false),
        answer(0.7, true),
        answer(0.5, false));
  }

  /**
   * Worked, surest first: right, wrong, right, right, wrong, so that the risks are 0, 1/2, 1/3, 1/4
   * and 2/5 and their mean is 89/300. With both errors last they are 0, 0, 0, 1/4 and 2/5: 13/100.
   */
  @Test
  void riskCoverageAndAreaByHand() {
    RiskCoverageCurve curve = RiskCoverageCurve.of(five());
    assertEquals(
        List.of(0.9, 0.8, 0.7, 0.6, 0.5),
        curve.points().stream().map(OperatingPoint::threshold).toList());
    assertEquals(
        List.of(0.0, 0.5, 1 / 3.0, 0.25, 0.4),
        curve.points().stream().map(OperatingPoint::risk).toList());
    assertEquals(
        List.of(0.2, 0.4, 0.6, 0.8, 1.0),
        curve.points().stream().map(OperatingPoint::coverage).toList());
    assertEquals(89 / 300.0, curve.aurc(), EXACT);
    assertEquals(0.13, curve.leastAurc(), EXACT);
    assertEquals(89 / 300.0 - 0.13, curve.excessAurc(), EXACT);
    assertEquals(0.6, curve.all().precision(), EXACT);
  }

  /**
   * Two at 0.9, of which one is wrong, then a right one: no threshold keeps one of the two. The
   * area is the mean over their orders: (1/2 + 1/2 + 1/3) / 3.
   */
  @Test
  void sentencesOfOneProbabilityEnterTogether() {
    RiskCoverageCurve curve =
        RiskCoverageCurve.of(List.of(answer(0.9, true), answer(0.6, true), answer(0.9, false)));
    assertEquals(
        List.of(new OperatingPoint(0.9, 2, 1, 3), new OperatingPoint(0.6, 3, 2, 3)),
        curve.points());
    assertEquals((0.5 + 0.5 + 1 / 3.0) / 3, curve.aurc(), EXACT);
    assertEquals(new OperatingPoint(0.9, 2, 1, 3), curve.at(0.1));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<ScoredExample> rows = new ArrayList<>(Samples.scored("ppaannpa", "papannna", 2));
    rows.addAll(five());
    RiskCoverageCurve curve = RiskCoverageCurve.of(rows);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows, new Random(seed));
      assertEquals(curve, RiskCoverageCurve.of(rows));
    }
  }

  @Test
  void aPointIsFoundByTheLeastCoverageThatSuffices() {
    RiskCoverageCurve curve = RiskCoverageCurve.of(five());
    assertEquals(1, curve.at(0).kept());
    // 3 of 5 are 0.6, whatever 0.6 is in binary
    assertEquals(3, curve.at(0.6).kept());
    assertEquals(4, curve.at(0.61).kept());
    assertEquals(5, curve.at(1).kept());
  }

  @Test
  void allRightOrAllWrongIsAFlatLine() {
    assertEquals(0, RiskCoverageCurve.of(List.of(answer(0.9, true), answer(0.8, true))).aurc());
    RiskCoverageCurve wrong = RiskCoverageCurve.of(List.of(answer(0.9, false), answer(0.8, false)));
    assertEquals(1, wrong.aurc());
    assertEquals(0, wrong.excessAurc());
    assertThrows(IllegalArgumentException.class, () -> RiskCoverageCurve.of(List.of()));
  }
}
