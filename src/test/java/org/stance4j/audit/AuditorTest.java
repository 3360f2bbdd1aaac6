package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.audit.AuditRows.plain;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.corpus.HydrationException;
import org.stance4j.corpus.HydrationProblem;

class AuditorTest {
  private final Auditor auditor = new Auditor(null, 17);

  @Test
  void everyCheckHasItsSayInOrder() {
    Audit audit = auditor.audit(AuditRows.data(plain(90)));
    assertEquals(
        Arrays.asList(AuditCheck.values()),
        audit.findings().stream().map(Finding::check).distinct().toList());
    assertTrue(audit.passed(), audit.of(Level.FAIL).toString());
    assertEquals("90 rows read: 30 pro, 30 anti, 30 neutral", audit.findings().get(0).message());
    assertEquals(audit.findings().size(), audit.counts().values().stream().mapToInt(n -> n).sum());
  }

  @Test
  void oneFailureFailsTheAudit() {
    List<Example> rows = new ArrayList<>(plain(90));
    rows.add(row("odd", "A bell\u0007 rings here.", Stance.PRO));
    Audit audit = auditor.audit(AuditRows.data(rows));
    assertFalse(audit.passed());
    assertEquals(
        List.of(AuditCheck.CHARACTERS), audit.of(Level.FAIL).stream().map(Finding::check).toList());
  }

  @Test
  void theSameDataAndSeedGiveTheSameAuditInEveryLocale() {
    Audit once = auditor.audit(AuditRows.data(plain(120)));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(once, auditor.audit(AuditRows.data(plain(120))));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theOrderOfTheRowsPlaysNoPartInTheProbes() {
    List<Example> shuffled = new ArrayList<>(plain(120));
    Collections.reverse(shuffled);
    assertEquals(
        auditor.audit(AuditRows.data(plain(120))).of(AuditCheck.WORDS),
        auditor.audit(AuditRows.data(shuffled)).of(AuditCheck.WORDS));
  }

  @Test
  void dataWithoutRowsFailAndAreNotLookedAtFurther() {
    Audit audit = auditor.audit(AuditRows.data(List.of()));
    assertFalse(audit.passed());
    assertEquals(
        List.of(
            "the data hold no row to audit; labels without text need the folder of their documents",
            "the other checks were skipped: they need the rows"),
        audit.findings().stream().map(Finding::message).toList());
  }

  @Test
  void aFileThatDoesNotReadIsAFailureWithItsPlace() {
    Audit audit =
        auditor.unreadable(
            "data", new DatasetFormatException("data.csv", 14, "label", "x", "\"x\" is no label"));
    assertEquals(
        List.of(
            new Exhibit(
                List.of("data.csv, line 14, column label"), "\"x\" is no label", List.of())),
        audit.of(Level.FAIL).get(0).examples());
    assertEquals(1, audit.of(Level.NOTE).size());
    assertEquals(0, audit.labels().total());
  }

  @Test
  void labelsThatDoNotFitAreListed() {
    Audit audit =
        auditor.unreadable(
            "data",
            new HydrationException(
                List.of(
                    new HydrationProblem("d.txt", 3, "is blank"),
                    new HydrationProblem("e.txt", 0, "missing from the folder texts"))));
    assertEquals(
        List.of(List.of("d.txt, label in line 3"), List.of("e.txt")),
        audit.of(Level.FAIL).get(0).examples().stream().map(Exhibit::ids).toList());
  }

  @Test
  void figuresAndTablesHoldFiniteNumbersOnly() {
    assertThrows(IllegalArgumentException.class, () -> Figure.score("z", Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditTable.Row(List.of("a"), List.of(Double.POSITIVE_INFINITY)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new AuditTable(
                AuditCheck.ROWS,
                "key",
                "title",
                List.of("name"),
                List.of(),
                List.of(new AuditTable.Row(List.of("a", "b"), List.of()))));
  }

  @Test
  void everyLimitIsTold() {
    assertEquals(
        List.of(
            "row length",
            "near-duplicates",
            "class balance",
            "slices",
            "giveaways",
            "log-odds",
            "probes",
            "overlap",
            "shift"),
        List.copyOf(AuditThresholds.told().keySet()));
    assertEquals(
        "warn below 3 words in a body row and above 80, fail above 200",
        AuditThresholds.told().get("row length"));
  }
}
