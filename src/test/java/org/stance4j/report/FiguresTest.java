package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.evaluation.ConfusionMatrix;

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
