package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.audit.AuditRows.inDocument;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

class ShiftCheckTest {
  private final List<Example> rows = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(11);

  /** Adds rows of a part; each starts with that word and has that label, or one in turn. */
  private void part(String source, int n, String word, Stance... label) {
    for (int i = 0; i < n; i++) {
      rows.add(
          row(
              source + i,
              word + " " + AuditRows.sentence(random),
              label.length == 0 ? AuditRows.stance(i) : label[0],
              source + i / 2,
              "source",
              source));
    }
  }

  private CheckResult check(ShiftRequest shift) {
    return new ShiftCheck().run(AuditContext.of(AuditRows.data(rows), shift, 17));
  }

  private static double figure(Finding finding, String key) {
    return finding.figures().stream()
        .filter(figure -> figure.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void partsOfOneKindOfTextAreGood() {
    part("a", 150, "So");
    part("b", 150, "So");
    CheckResult result = check(null);
    AuditRows.assertGood(result);
    assertTrue(
        result.findings().get(0).message().startsWith("a and b: alike; told apart by words"));
  }

  @Test
  void partsWithAWordOfTheirOwnAreWarnedOfAndNeverFail() {
    part("a", 60, "Hark");
    part("b", 60, "Lo");
    CheckResult result = check(null);
    Finding finding = only(result, Level.WARN);
    assertEquals(1, figure(finding, "aucWords"), 1e-9);
    assertEquals(1, figure(finding, "aucWithinLabels"), 1e-9);
    // the marks are the same: told apart by nothing but words
    assertTrue(figure(finding, "aucForm") < 0.7, finding.message());
    assertEquals(List.of("a"), finding.examples().get(0).ids());
    assertTrue(
        finding.examples().get(0).note().startsWith("marked by hark (1000 against 0)"),
        finding.examples().get(0).note());
  }

  @Test
  void punctuationAloneTellsPartsApart() {
    part("a", 60, "So,");
    part("b", 60, "So");
    Finding finding = only(check(null), Level.WARN);
    assertEquals(1, figure(finding, "aucForm"), 1e-9);
    assertTrue(figure(finding, "aucWords") < 0.7, finding.message());
  }

  @Test
  void aShiftOfLabelsAloneVanishesWithinThem() {
    // 'yes' marks pro and 'no' anti in both parts; only the mix differs
    part("a", 90, "Yes", Stance.PRO);
    part("ax", 10, "No", Stance.ANTI);
    part("b", 10, "Yes", Stance.PRO);
    part("bx", 90, "No", Stance.ANTI);
    List<Example> merged =
        rows.stream()
            .map(
                example ->
                    row(
                        example.id(),
                        example.sentence().text(),
                        example.stance(),
                        example.group(),
                        "source",
                        example.attribute("source").substring(0, 1)))
            .toList();
    rows.clear();
    rows.addAll(merged);
    Finding finding = check(null).findings().get(0);
    assertTrue(figure(finding, "aucWords") > 0.8, finding.message());
    assertTrue(figure(finding, "aucWithinLabels") < 0.65, finding.message());
  }

  @Test
  void everyPairOfSourcesIsComparedAndTinyOnesAreNot() {
    part("a", 40, "Hark");
    part("b", 40, "Lo");
    part("c", 40, "So");
    part("d", 29, "Oh");
    CheckResult result = check(null);
    assertEquals(3, result.findings().size() - 1);
    assertEquals(
        "not compared, having fewer than 30 body rows or two groups: d",
        only(result, Level.NOTE).message());
    assertEquals(3, result.tables().get(0).rows().size());
  }

  @Test
  void theDocumentsAreAPart() {
    part("a", 40, "Hark");
    List<Example> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      documents.add(
          inDocument(
              "d" + i % 4,
              i,
              SentenceKind.BODY,
              "Lo " + AuditRows.sentence(random),
              Stance.ANTI,
              "source",
              "document"));
    }
    CheckResult result =
        new ShiftCheck()
            .run(
                AuditContext.of(
                    new AuditData(new Dataset("x", rows), new Dataset("y", documents), null),
                    null,
                    17));
    assertTrue(only(result, Level.WARN).message().startsWith("a and document: two kinds of text"));
    AuditTable.Row row = result.tables().get(0).rows().get(1);
    // 40 rows of ten words, all anti
    assertEquals(List.of(40.0, 10.0, 10.0, 10.0, 0.0, 1.0, 0.0), row.figures());
  }

  @Test
  void titlesAreLeftOut() {
    part("a", 40, "So");
    for (int i = 0; i < 40; i++) {
      rows.add(
          inDocument("t" + i, 0, SentenceKind.TITLE, "Lo and behold", Stance.PRO, "source", "b"));
    }
    assertEquals(
        List.of(
            "note: not checked: the rows do not differ in 'source'; name another attribute with --shift"),
        lines(check(null)));
  }

  @Test
  void twoValuesOfAnyAttributeCanBeNamed() {
    part("a", 40, "Hark");
    part("b", 40, "Lo");
    part("c", 40, "So");
    CheckResult result = check(ShiftRequest.parse("source=c,a"));
    assertEquals(1, result.findings().size());
    assertTrue(result.findings().get(0).message().startsWith("a and c: "));
  }

  @Test
  void anAttributeOrValueThatNoRowHasIsRefusedWithThoseThatThereAre() {
    part("a", 40, "Hark");
    part("b", 40, "Lo");
    assertEquals(
        "no body row has the attribute 'register' to compare by; there are source",
        assertThrows(IllegalArgumentException.class, () -> check(ShiftRequest.parse("register")))
            .getMessage());
    assertEquals(
        "no body row has source=c; there are a, b",
        assertThrows(IllegalArgumentException.class, () -> check(ShiftRequest.parse("source=a,c")))
            .getMessage());
  }

  @Test
  void manyValuesAreNotComparedPairByPair() {
    for (char source = 'a'; source <= 'f'; source++) {
      part(String.valueOf(source), 30, "So");
    }
    assertEquals(
        List.of(
            "note: not checked: 'source' has 6 values, too many to compare pair by pair; name two: --shift source=A,B"),
        lines(check(null)));
  }

  @Test
  void aRequestNamesAnAttributeAndNoneOrTwoValues() {
    assertEquals(new ShiftRequest("register", List.of()), ShiftRequest.parse("register"));
    assertEquals(
        new ShiftRequest("register", List.of("wire news", "letter")),
        ShiftRequest.parse("register=wire news,letter"));
    for (String wrong :
        List.of("", "=a,b", "register=", "register=a", "register=a,a", "r=a,b,c", "r=a,")) {
      assertThrows(IllegalArgumentException.class, () -> ShiftRequest.parse(wrong), wrong);
    }
  }
}
