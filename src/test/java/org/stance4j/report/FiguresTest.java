package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.evaluation.ConfusionMatrix;
import org.stance4j.evaluation.Interval;

class FiguresTest {
  @Test
  void figuresHaveThreeDecimalsAPointAndATrueMinus() {
    assertEquals("0.667", Figures.figure(2.0 / 3));
    assertEquals("−0.250", Figures.signed(-0.25));
    assertEquals("+0.250", Figures.signed(0.25));
    assertEquals("0.000", Figures.signed(-0.0001));
    assertEquals("< 0.001", Figures.p(0.0004));
    assertEquals("12\u2009345", Figures.count(12345));
    assertEquals("47.30%", Figures.width(0.473));
  }

  @Test
  void timesSizesAndRatesHaveAsManyDigitsAsTheyAreWorth() {
    assertEquals("< 0.1\u00a0s", Figures.seconds(0.02));
    assertEquals("0.1\u00a0s", Figures.seconds(0.05));
    assertEquals("0.4\u00a0s", Figures.seconds(0.44));
    assertEquals("9.9\u00a0s", Figures.seconds(9.94));
    assertEquals("10\u00a0s", Figures.seconds(9.96));
    assertEquals("1\u2009234\u00a0s", Figures.seconds(1234.4));
    assertEquals("812\u00a0bytes", Figures.bytes(812));
    assertEquals("999\u00a0kB", Figures.bytes(999_499));
    assertEquals("1.0\u00a0MB", Figures.bytes(999_500));
    assertEquals("12.3\u00a0MB", Figures.bytes(12_345_678));
    assertEquals("0.25", Figures.rate(0.25));
    assertEquals("3", Figures.rate(3.0));
    assertEquals("10", Figures.rate(9.99));
    assertEquals("150", Figures.rate(148.4));
    assertEquals("5\u2009400", Figures.rate(5432.1));
  }

  @Test
  void ticksAreAsShortAsTheyCanBe() {
    assertEquals(
        List.of("0", "0.25", "1", "+0.1", "−0.05"),
        List.of(
            Figures.tick(0, false),
            Figures.tick(0.25, false),
            Figures.tick(1, false),
            Figures.tick(0.1, true),
            Figures.tick(-0.05, true)));
  }

  @Test
  void shadesGoByTheShareOfTheRowAndNoneIsOnlyForNone() {
    ConfusionMatrix matrix =
        ConfusionMatrix.ofCounts(new int[][] {{8, 0, 0}, {1, 98, 1}, {0, 0, 0}});
    assertEquals(8, Figures.shade(matrix, Stance.PRO, Stance.PRO));
    assertEquals(0, Figures.shade(matrix, Stance.PRO, Stance.ANTI));
    assertEquals(1, Figures.shade(matrix, Stance.ANTI, Stance.PRO));
    assertEquals(0, Figures.shade(matrix, Stance.NEUTRAL, Stance.PRO));
    assertEquals("98\u00a0%", Figures.rowShare(matrix, Stance.ANTI, Stance.ANTI));
    assertEquals("", Figures.rowShare(matrix, Stance.NEUTRAL, Stance.ANTI));
  }

  @Test
  void theAxisKeepsMarksInsideTheDrawing() {
    Axis axis = Axis.unit();
    assertEquals("3.00%", axis.at(0));
    assertEquals("97.00%", axis.at(1));
    assertEquals("97.00%", axis.at(7));
    assertEquals("50.00%", new Axis(-2, 2, List.of()).at(0));
  }

  @Test
  void anAxisWith0HoldsEveryIntervalBetweenRoundNumbers() {
    Axis axis =
        Axis.with0(
            List.of(new Interval(-0.61, -0.53, 30, 100), new Interval(-0.03, 0.01, 30, 100)));
    assertEquals(-0.8, axis.min(), 1e-12);
    assertEquals(0.2, axis.max(), 1e-12);
    assertEquals(
        List.of("−0.8", "−0.6", "−0.4", "−0.2", "0", "+0.2"),
        axis.ticks().stream().map(tick -> Figures.tick(tick, true)).toList());
    assertEquals(List.of(-0.06, -0.04, -0.02, 0.0), Axis.with0(List.of()).ticks());
  }

  @Test
  void aDefaultModelMustBeOneOfTheModels() {
    TrainingReport report = SampleReports.training();
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new TrainingReport(
                        "t", report.data(), report.models(), "absent", "r", List.of(), List.of()))
            .getMessage();
    assertTrue(message.contains("'absent'") && message.contains("majority"), message);
  }

  @Test
  void rowsOfOneNameAreRefused() {
    ReportRow row = new ReportRow("seed", "1");
    assertThrows(IllegalArgumentException.class, () -> ReportRow.copy(List.of(row, row)));
  }
}
