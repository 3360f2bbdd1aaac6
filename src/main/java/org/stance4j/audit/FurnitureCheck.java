package org.stance4j.audit;

import java.util.List;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.text.FurnitureDetector;

/** Menus, bylines and credits that are labelled as running text. */
final class FurnitureCheck implements Check {
  @Override
  public CheckResult run(AuditContext context) {
    List<Example> found =
        context.rows().stream()
            .map(Row::example)
            .filter(example -> example.sentence().kind() == SentenceKind.BODY)
            .filter(example -> FurnitureDetector.suspects(example.sentence()))
            .toList();
    Figure figure = Figure.count("rows", found.size());
    Finding finding =
        found.isEmpty()
            ? Finding.of(
                AuditCheck.FURNITURE, Level.GOOD, "no body row reads like page furniture", figure)
            : Finding.of(
                AuditCheck.FURNITURE,
                Level.WARN,
                Wording.count(found.size(), "body row", "reads", "read")
                    + " like page furniture: menus, bylines, credits",
                figure);
    return CheckResult.of(
        finding.showing(found.stream().map(example -> Exhibit.of(example, "")).toList()));
  }
}
