package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stance4j.audit.AuditRows.inDocument;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

class SplitsCheckTest {
  private static CheckResult check(Example... rows) {
    return AuditRows.run(new SplitsCheck(), List.of(rows));
  }

  private static Example in(String split, String id, String group, String... more) {
    List<String> attributes = new ArrayList<>(List.of(more));
    attributes.addAll(List.of("split", split));
    return row(
        id,
        "Sentence " + id + " stands here.",
        Stance.PRO,
        group,
        attributes.toArray(String[]::new));
  }

  private static Example at(String split, String document, int offset) {
    return inDocument(
        document, offset, SentenceKind.BODY, "At " + offset, Stance.ANTI, "split", split);
  }

  @Test
  void dataWithoutSplitsAreNotChecked() {
    assertEquals(
        List.of("note: not checked: no row has the attribute 'split'"),
        lines(check(row("a", "One sentence.", Stance.PRO))));
  }

  @Test
  void groupsOnOneSideAreGood() {
    assertEquals(
        List.of("good: no document, group or argument stands in two splits (test 1, train 3)"),
        lines(
            check(
                at("train", "d", 0),
                at("train", "d", 10),
                in("train", "a", "g"),
                in("test", "b", "h"))));
  }

  @Test
  void aDocumentOnBothSidesFailsOnceWithItsName() {
    CheckResult result = check(at("train", "d", 0), at("test", "d", 10), at("test", "e", 0));
    assertEquals(
        List.of("FAIL: 1 document stands in more than one split; move each to one side"),
        lines(result));
    assertEquals(
        List.of(new Exhibit(List.of("d"), "test 1, train 1", List.of())),
        result.findings().get(0).examples());
  }

  @Test
  void aGroupOnBothSidesFails() {
    Finding finding = only(check(in("train", "a", "g"), in("test", "b", "g")), Level.FAIL);
    assertEquals(List.of(Figure.count("groups", 1)), finding.figures());
    assertEquals(List.of("g"), finding.examples().get(0).ids());
  }

  @Test
  void anArgumentSharedByTrainAndValidationFailsForIsolatedSentences() {
    Finding finding =
        only(
            check(
                in("train", "a", "a", "argument", "cost"),
                in("validation", "b", "b", "argument", "cost")),
            Level.FAIL);
    assertEquals(List.of(Figure.count("arguments", 1)), finding.figures());
    assertEquals(List.of("cost"), finding.examples().get(0).ids());
  }

  @Test
  void aContrastApartFromItsOriginalFails() {
    Finding finding =
        only(check(in("train", "a", "a"), in("test", "b", "b", "original", "a")), Level.FAIL);
    assertEquals(List.of(Figure.count("originals", 1)), finding.figures());
  }

  @Test
  void rowsWithoutASplitAreWarnedOf() {
    assertEquals(
        "1 row belongs to no split",
        only(check(in("train", "a", "a"), row("b", "No split here.", Stance.PRO)), Level.WARN)
            .message());
  }
}
