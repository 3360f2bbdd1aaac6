package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stance4j.audit.AuditRows.inDocument;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

class FurnitureCheckTest {
  @Test
  void runningTextIsGood() {
    AuditRows.assertGood(
        AuditRows.run(
            new FurnitureCheck(),
            List.of(row("a", "The office in Tokyo would harm nobody.", Stance.PRO))));
  }

  @Test
  void aMenuLineInABodyRowIsWarnedOfAndInAnotherKindIsNot() {
    Finding finding =
        only(
            AuditRows.run(
                new FurnitureCheck(),
                List.of(
                    row("a", "Continue reading the main story", Stance.NEUTRAL),
                    inDocument("d", 0, SentenceKind.TITLE, "Photo credit: AFP", Stance.NEUTRAL))),
            Level.WARN);
    assertEquals(
        "1 body row reads like page furniture: menus, bylines, credits", finding.message());
    assertEquals(List.of("a"), finding.examples().get(0).ids());
  }
}
