package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoublingTest {
  private static final List<Double> SIZES = List.of(100.0, 200.0, 400.0, 800.0, 1600.0);

  /** 0.2 + 3 · n^(−1/2): 0.5, 0.412, 0.35, 0.306, 0.275. */
  @Test
  void aLawIsFoundInErrorsThatFollowIt() {
    PowerLaw law = PowerLaw.fit(SIZES, SIZES.stream().map(n -> 0.2 + 3 / Math.sqrt(n)).toList());
    assertEquals(0.5, law.exponent(), 1e-12);
    assertEquals(0.2, law.floor(), 1e-9);
    assertEquals(3, law.scale(), 1e-9);
    assertEquals(0.2 + 3 / Math.sqrt(3200), law.error(3200), 1e-9);
  }

  @Test
  void theFloorIsNoErrorBelowNone() {
    // falls in a line with the logarithm, so it would end below 0
    PowerLaw law = PowerLaw.fit(SIZES, List.of(0.5, 0.4, 0.3, 0.2, 0.1));
    assertEquals(0, law.floor());
    assertTrue(law.error(1e9) >= 0, law.toString());
  }

  @Test
  void fourSizesAreNeeded() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PowerLaw.fit(List.of(1.0, 2.0, 2.0, 3.0), List.of(0.4, 0.3, 0.3, 0.2)));
    assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(SIZES, List.of(0.1)));
  }

  /** Groups of two pro and two anti sentences; so many of the groups are all wrong. */
  private static List<ScoredExample> run(int wrong) {
    String gold = "ppaa".repeat(20);
    return Samples.scored(gold, "aapp".repeat(wrong) + "ppaa".repeat(20 - wrong), 4);
  }

  /** Both stances err alike, so macro-F1 is the accuracy; it rises from 0.2 to 0.7. */
  @Test
  void theGainIsThatOfTheLawAndTheIntervalHoldsIt() {
    List<List<List<ScoredExample>>> runs =
        List.of(
            List.of(run(16)), List.of(run(12)), List.of(run(9)), List.of(run(7)), List.of(run(6)));
    Doubling doubling = Doubling.of(SIZES, runs, 500, 17);
    assertEquals(14 / 20.0, doubling.measured(), 1e-12);
    assertEquals(doubling.law().error(1600) - doubling.law().error(3200), doubling.gain(), 1e-12);
    assertTrue(doubling.gain() > 0.01 && doubling.gain() < 0.06, doubling.toString());
    assertTrue(
        doubling.interval().low() < doubling.gain() && doubling.gain() < doubling.interval().high(),
        doubling.toString());
    assertEquals(doubling.measured(), doubling.backTest(), 0.03);
    assertEquals(doubling, Doubling.of(SIZES, runs, 500, 17));
  }

  @Test
  void aFlatCurveTellsNothing() {
    List<List<List<ScoredExample>>> runs =
        SIZES.stream().map(size -> List.of(run(8), run(8))).toList();
    Doubling doubling = Doubling.of(SIZES, runs, 200, 17);
    assertEquals(0, doubling.gain(), 1e-9);
    assertFalse(doubling.tells());
    List<List<List<ScoredExample>>> four = runs.subList(0, 4);
    assertTrue(Double.isNaN(Doubling.of(SIZES.subList(0, 4), four, 50, 17).backTest()));
  }
}
