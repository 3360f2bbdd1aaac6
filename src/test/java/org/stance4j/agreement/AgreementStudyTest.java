package org.stance4j.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stance4j.Stance;
import org.stance4j.evaluation.AgreementTable;
import org.stance4j.evaluation.Interval;

class AgreementStudyTest {
  private static final double EXACT = 1e-12;

  private static AgreementStudy study(String first, String second) {
    return AgreementStudy.of(Twice.pairs(first, second, 2), List.of("register"), 500, 1);
  }

  @Test
  void labelsAreComparedWhereBothGaveOne() {
    AgreementStudy study = study("PpAan.P.", "PAAnnP..");
    assertEquals(
        AgreementTable.ofCounts(
            List.of("pro", "anti", "neutral"), new int[][] {{1, 1, 0}, {0, 1, 1}, {0, 0, 1}}),
        study.labels().table());
    assertEquals(5, study.labels().n());
    assertEquals(3, study.labels().clusters());
    assertEquals(0.6, study.labels().of(AgreementMetric.OBSERVED), EXACT);
    // p_e = (2·1 + 2·2 + 1·2) / 25 = 0.32
    assertEquals(0.28 / 0.68, study.labels().of(AgreementMetric.KAPPA), EXACT);
    assertEquals(List.of("i1", "i3"), Twice.ids(study.labels().differences()));
    Interval interval = study.labels().interval(AgreementMetric.OBSERVED);
    assertTrue(interval.contains(0.6), interval.toString());
  }

  @Test
  void whatIsMissingIsCounted() {
    MissingLabels missing = study("PpAan.P.q", "PAAnnP..P").missing();
    assertEquals(1, missing.first());
    assertEquals(1, missing.second());
    assertEquals(1, missing.both());
    assertEquals(1, missing.holders());
    assertEquals(6, missing.rows());
    assertEquals(List.of("y1", "y2"), missing.onlySecond());
  }

  @Test
  void holdersAreComparedWhereBothChoseTheSameSide() {
    Agreement holders = study("PpAaqP", "PPAAPn").holders();
    assertEquals(
        AgreementTable.ofCounts(List.of("author", "reported"), new int[][] {{2, 0}, {2, 0}}),
        holders.table());
    assertEquals(List.of("i1", "i3"), Twice.ids(holders.differences()));
    assertNull(study("Pan", "Ann").holders());
    assertNull(study("qn", "qn").holders());
  }

  @Test
  void eachLabelStandsAgainstTheRest() {
    List<LabelAgreement> labels = study("PpAan", "PAAnn").labels().labels();
    assertEquals(
        List.of("pro", "anti", "neutral"), labels.stream().map(LabelAgreement::label).toList());
    LabelAgreement pro = labels.get(0);
    assertEquals(List.of(2, 1, 1), List.of(pro.first(), pro.second(), pro.both()));
    // p_o = 4/5, p_e = (2·1 + 3·4) / 25 = 0.56
    assertEquals(0.24 / 0.44, pro.kappa(), EXACT);
  }

  @Test
  void partsAreToldFromEachOtherAndFewRowsAreMarked() {
    String many = "P".repeat(30) + "A";
    AgreementStudy study = study(many + "A".repeat(31), many + "A".repeat(31));
    List<AgreementSlice> slices = study.labels().slices();
    assertEquals(List.of("(none)", "wire"), slices.stream().map(AgreementSlice::value).toList());
    assertEquals(List.of(31, 31), slices.stream().map(AgreementSlice::n).toList());
    assertFalse(slices.get(0).fewItems());
    // all are anti: agreement is full, but nothing lies above chance
    assertTrue(AgreementMetric.OBSERVED.isDefined(slices.get(0).table()));
    assertFalse(AgreementMetric.KAPPA.isDefined(slices.get(0).table()));
    assertTrue(study("PAnP", "PAnP").labels().slices().get(0).fewItems());
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    assertEquals(study("PpAanPAn", "PAAnnPnn"), study("PpAanPAn", "PAAnnPnn"));
  }

  @Test
  void withoutAnythingToCompareTheStudySaysSo() {
    assertEquals(
        "sample holds no row with a label both from one and from two; there is nothing to compare",
        assertThrows(IllegalArgumentException.class, () -> study("P.", ".A")).getMessage());
  }

  @Test
  void anIdStandsOnce() {
    TwiceLabelled item = new TwiceLabelled("i", "g", null, null, null, null, new TreeMap<>());
    assertThrows(
        IllegalArgumentException.class,
        () -> new LabelPairs("d", "a", "b", List.of(item, item), List.of(), List.of()));
    assertEquals("pro", new Judgement(Stance.PRO, null).label());
  }
}
