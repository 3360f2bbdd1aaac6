package org.stance4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AuditTextTest {
  @Test
  void findingsStandInColumnsWithTheirExamplesBelow() {
    assertEquals(
        """
        Audit of sample

        good  schema           2,102 rows read
        FAIL  rows             12 texts have more than one label
                               a, b: anti, pro
                                 The harbour welcomes the patrol.
                               c
                                 The harbour welcomes the patrol.
                                 Another text.
                               and 10 more
        WARN  balance          neutral is rare: The harbour welcomes the patrol.
                               The harbour welcomes the patrol.: 20 rows, all anti
        note  overlap          not checked

        1 good, 1 note, 1 warning, 1 failure: the audit fails.
        """,
        AuditText.render(SampleReports.audit()));
  }

  @Test
  void hiddenCharactersAreMadeVisibleAndATextStaysOnItsLine() {
    String text = AuditText.render(SampleReports.hostileAudit());
    assertTrue(text.contains("a[U+202E]b[U+2066]c[U+0007]"), text);
    assertFalse(text.contains("\u202E"));
    assertEquals(
        AuditText.render(SampleReports.audit()).lines().count(), text.lines().count(), text);
  }
}
