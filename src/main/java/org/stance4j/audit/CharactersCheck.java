package org.stance4j.audit;

import java.util.ArrayList;
import java.util.List;

/** Characters that a reader does not see or expect, and that a model may learn from. */
final class CharactersCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Finding> findings = new ArrayList<>();
    for (CharacterFault fault : CharacterFault.values()) {
      List<Exhibit> found = new ArrayList<>();
      for (Row row : context.rows()) {
        fault
            .in(row.example().sentence().text())
            .ifPresent(what -> found.add(Exhibit.of(row.example(), what)));
      }
      if (!found.isEmpty()) {
        findings.add(
            Finding.of(
                    AuditCheck.CHARACTERS,
                    fault.level(),
                    Wording.count(found.size(), "row") + ": " + fault.words(),
                    Figure.count(fault.key(), found.size()))
                .showing(found));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.of(
              AuditCheck.CHARACTERS, Level.GOOD, "no row holds hidden or misplaced characters"));
    }
    return CheckResult.of(findings);
  }
}
