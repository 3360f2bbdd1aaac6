package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  /** Accuracy 0.75 before and 0.5 after; two fixed, four broken, none changed but still wrong. */
  private static final ModelComparison COMPARISON =
      ModelComparison.of(
          "d",
          List.of(
              new ScoredModel("old", Samples.scored("ppppaaaa", "ppppppaa", 2)),
              new ScoredModel("new", Samples.scored("ppppaaaa", "aaaaaaaa", 2))),
          50,
          3);

  private static final GateSubject NEW =
      new GateSubject(
          COMPARISON.evaluation("new"),
          2_500_000,
          new GateSubject.Baseline(
              COMPARISON.evaluation("old"), 1_000_000, COMPARISON.differences().get(0)));

  private static final GateSubject ALONE =
      new GateSubject(COMPARISON.evaluation("new"), 2_500_000, null);

  @ParameterizedTest
  @CsvSource({
    "accuracy < 0.5, false",
    "accuracy <= 0.5, true",
    "accuracy >= 50%, true",
    "accuracy > 50pt, false",
    "accuracy < baseline, true",
    "accuracy < baseline - 25pt, false",
    "accuracy <= baseline - 25pt, true",
    "accuracy < baseline - 24.9pt, true",
    "accuracy > baseline + 1%, false",
    "recall.anti < 1, false",
    "recall.pro <= 0, true",
    "precision.anti = 1, bad",
    "f1.macro < 0.34, true",
    "precision.micro < 0.5, false",
    "recall.weighted <= 0.5, true",
    "logLoss > baseline, true",
    "mcc >= -0.1, true",
    "fixed < 3, true",
    "broken > 3, true",
    "stillWrong > 0, false",
    "bytes > 2MB, true",
    "bytes > 2600kB, false",
    "bytes > baseline + 1.4MB, true",
    "low(accuracy) <= 0.5, true",
    "high(accuracy - baseline) <= 0, false",
    "' high ( macroF1 - baseline ) < 1 ', true"
  })
  void aGateFailsWhereItsConditionHolds(String gate, String fails) {
    if (fails.equals("bad")) {
      assertThrows(IllegalArgumentException.class, () -> Gate.parse(gate));
    } else {
      assertEquals(Boolean.parseBoolean(fails), Gate.parse(gate).check(NEW).failed(), gate);
    }
  }

  @Test
  void theResultTellsByHowMuch() {
    GateResult result = Gate.parse("accuracy < baseline - 0.5pt").check(NEW);
    assertEquals("new", result.model());
    assertEquals(0.5, result.value(), 1e-12);
    assertEquals(0.745, result.limit(), 1e-12);
    assertEquals(0.245, result.distance(), 1e-12);
  }

  @Test
  void boundsAreThoseOfTheIntervals() {
    Interval own = COMPARISON.evaluation("new").interval(ProbabilityMetric.BRIER);
    assertEquals(own.high(), Gate.parse("high(brier) > 0").check(NEW).value());
    Interval difference = COMPARISON.differences().get(0).of(Metric.MACRO_F1).interval();
    assertEquals(difference.low(), Gate.parse("low(macroF1 - baseline) > 0").check(NEW).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"macroF1 < baseline", "low(brier - baseline) > 0", "broken > 2"})
  void whatNeedsABaselineIsNotToldWithoutOne(String text) {
    Gate gate = Gate.parse(text);
    assertTrue(gate.needsBaseline());
    assertThrows(IllegalArgumentException.class, () -> gate.check(ALONE));
  }

  @Test
  void whatNeedsNoneIsTold() {
    Gate gate = Gate.parse("macroF1 < 0.9");
    assertFalse(gate.needsBaseline());
    assertTrue(gate.check(ALONE).failed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "macroF1",
        "macroF1 <",
        "macroF1 < 0.5 pts",
        "macroF1 = 0.5",
        "macroF1 < base",
        "macroF1 < baseline * 2",
        "macrof1 < 0.5",
        "low(bytes) > 1",
        "low(recall.pro) < 0.3",
        "middle(macroF1) < 0.3",
        "fixed < baseline",
        "macroF1 < 1e9",
        "System.exit(1) < 2"
      })
  void whatIsNoGateIsRefused(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Gate.parse(text)).getMessage();
    assertTrue(message.startsWith("gate '" + text + "'"), message);
  }

  @Test
  void aFigureThatTheDataDoNotGiveIsNamed() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Gate.parse("rocAuc.neutral < 0.9").check(NEW))
            .getMessage();
    assertEquals(
        "gate 'rocAuc.neutral < 0.9': d does not give new a figure rocAuc.neutral", message);
  }
}
