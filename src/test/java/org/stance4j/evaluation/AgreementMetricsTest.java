package org.stance4j.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementMetricsTest {
  private static final double EXACT = 1e-12;
  private static final List<String> YES_NO = List.of("yes", "no");

  private static AgreementTable table(int[]... counts) {
    return AgreementTable.ofCounts(List.of("p", "a", "n").subList(0, counts.length), counts);
  }

  private static List<String> letters(String labels) {
    return Arrays.asList(labels.split(""));
  }

  @Test
  void theTableKnowsItsMarginsAndItsDiagonal() {
    AgreementTable table =
        AgreementTable.of(List.of("p", "a", "n"), letters("ppan"), letters("pana"));
    assertEquals(table(new int[][] {{1, 1, 0}, {0, 0, 1}, {0, 1, 0}}), table);
    assertEquals(
        "rows = first, columns = second\np [1, 1, 0]\na [0, 0, 1]\nn [0, 1, 0]", table.toString());
    assertEquals(2, table.first("p"));
    assertEquals(2, table.second("a"));
    assertEquals(1, table.count("a", "n"));
    assertEquals(1, table.agreed());
    assertEquals(4, table.total());
    assertEquals(table.hashCode(), table(new int[][] {{1, 1, 0}, {0, 0, 1}, {0, 1, 0}}).hashCode());
    assertNotEquals(table, table(new int[][] {{1, 1, 0}, {0, 0, 1}, {0, 0, 1}}));
  }

  @Test
  void oneLabelStandsAgainstAllOthersTogether() {
    AgreementTable table = table(new int[][] {{5, 1, 2}, {3, 7, 4}, {0, 6, 8}});
    assertEquals(
        AgreementTable.ofCounts(
            List.of("a", AgreementTable.REST), new int[][] {{7, 7}, {7, 5 + 2 + 0 + 8}}),
        table.against("a"));
  }

  @Test
  void agreementIsTheShareOnTheDiagonal() {
    assertEquals(0.7, ObservedAgreement.of(table(new int[][] {{20, 5}, {10, 15}})), EXACT);
    assertEquals(0, ObservedAgreement.of(table(new int[2][2])), EXACT);
  }

  /** 50 proposals read by two readers: p_o = 35/50, p_e = 0.5 · 0.6 + 0.5 · 0.4 = 0.5. */
  @Test
  void kappaOfTheTextbookExampleOfTwoReaders() {
    AgreementTable table = AgreementTable.ofCounts(YES_NO, new int[][] {{20, 5}, {10, 15}});
    assertEquals(0.4, CohenKappa.of(table), EXACT);
  }

  /** J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, ch. 18. */
  @Test
  void kappaOfFleissDiagnosesOfAHundredPatients() {
    AgreementTable table = table(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});
    assertEquals(0.89, ObservedAgreement.of(table), EXACT);
    // (0.89 − 0.66) / (1 − 0.66); printed as 0.68
    assertEquals(0.23 / 0.34, CohenKappa.of(table), EXACT);
  }

  @Test
  void kappaIsBelowZeroForThoseWhoContradictEachOther() {
    assertEquals(-1, CohenKappa.of(table(new int[][] {{0, 5}, {5, 0}})), EXACT);
  }

  /** K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section A. */
  @Test
  void alphaOfTwoObserversAndTwoLabels() {
    AgreementTable table =
        AgreementTable.of(List.of("0", "1"), letters("0100000010"), letters("1110010000"));
    assertEquals(0.095, KrippendorffAlpha.of(table), 5e-4);
  }

  /** The same, section B: twelve units and five labels. */
  @Test
  void alphaOfTwoObserversAndFiveLabels() {
    AgreementTable table =
        AgreementTable.of(
            List.of("a", "b", "c", "d", "e"), letters("aabbdcccedda"), letters("babbbccceddd"));
    assertEquals(0.692, KrippendorffAlpha.of(table), 5e-4);
  }

  /** The same, section C: four observers, values missing; the last unit has one value only. */
  @Test
  void alphaOfFourObserversWithMissingValues() {
    String[] observers = {"123321412...", "1233224125.3", ".3332342251.", "12332441251."};
    List<List<String>> units = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      List<String> values = new ArrayList<>();
      for (String observer : observers) {
        values.add(observer.substring(unit, unit + 1));
      }
      values.removeIf("."::equals);
      units.add(values);
    }
    assertEquals(0.743, KrippendorffAlpha.nominal(units), 5e-4);
    // a unit of one value changes nothing
    assertEquals(
        KrippendorffAlpha.nominal(units), KrippendorffAlpha.nominal(units.subList(0, 11)), EXACT);
  }

  @Test
  void alphaOfATableIsThatOfItsItems() {
    AgreementTable table = table(new int[][] {{5, 1, 2}, {3, 7, 4}, {0, 6, 8}});
    List<List<String>> items = new ArrayList<>();
    for (String first : table.labels()) {
      for (String second : table.labels()) {
        for (int i = 0; i < table.count(first, second); i++) {
          items.add(List.of(first, second));
        }
      }
    }
    assertEquals(KrippendorffAlpha.nominal(items), KrippendorffAlpha.of(table), EXACT);
  }

  @Test
  void withoutTwoLabelsNothingLiesAboveChance() {
    for (AgreementTable table :
        List.of(table(new int[2][2]), table(new int[][] {{9, 0}, {0, 0}}))) {
      assertEquals(0, CohenKappa.of(table), EXACT);
      assertEquals(0, KrippendorffAlpha.of(table), EXACT);
      assertFalse(table.varied());
    }
    assertTrue(table(new int[][] {{9, 1}, {0, 0}}).varied());
    assertEquals(0, KrippendorffAlpha.nominal(List.of(List.of("a"), List.of())), EXACT);
  }

  @Test
  void tablesThatAreNoneAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> AgreementTable.of(YES_NO, List.of("yes"), List.of("yes", "no")));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> AgreementTable.of(YES_NO, List.of("maybe"), List.of("yes")))
            .getMessage();
    assertEquals("label 'maybe' is none of [yes, no]", message);
    assertThrows(
        IllegalArgumentException.class,
        () -> AgreementTable.ofCounts(YES_NO, new int[][] {{1, 2}, {3}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> AgreementTable.ofCounts(YES_NO, new int[][] {{1, 2}, {3, -1}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> AgreementTable.ofCounts(List.of("a", "a"), new int[2][2]));
  }

  @Test
  void intervalsOfTablesResampleWholeClusters() {
    // each cluster agrees wholly or not at all, so a resample of two gives 0, ½ or 1
    List<AgreementTable> clusters =
        List.of(table(new int[][] {{3, 0}, {0, 3}}), table(new int[][] {{0, 3}, {3, 0}}));
    Interval interval =
        ClusterBootstrap.ofTables(clusters, List.of(ObservedAgreement::of), 1000, 1).get(0);
    assertEquals(0, interval.low(), EXACT);
    assertEquals(1, interval.high(), EXACT);
    assertEquals(2, interval.clusters());
  }
}
