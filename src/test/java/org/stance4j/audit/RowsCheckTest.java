package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.audit.AuditRows.inDocument;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.plain;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

class RowsCheckTest {
  private static CheckResult check(Example... more) {
    List<Example> rows = new ArrayList<>(plain(12));
    rows.addAll(List.of(more));
    return AuditRows.run(new RowsCheck(), rows);
  }

  @Test
  void ordinarySentencesAreGood() {
    AuditRows.assertGood(check());
  }

  @Test
  void aBodyRowOfTwoWordsIsShortAndATitleMayBe() {
    assertEquals(
        List.of("WARN: 1 row of fewer than 3 words"),
        lines(
            check(
                row("x", "Not now.", Stance.PRO),
                inDocument("d", 0, SentenceKind.TITLE, "Not here", Stance.PRO))));
  }

  @Test
  void aRowWithoutAWordFails() {
    Finding finding = only(check(row("x", "— …", Stance.PRO)), Level.FAIL);
    assertEquals("1 row without a single word", finding.message());
    assertEquals(List.of("x"), finding.examples().get(0).ids());
  }

  @Test
  void lengthIsWarnedOfAboveEightyWordsAndFailsAboveTwoHundred() {
    assertEquals(
        List.of(
            "FAIL: 1 row of more than 200 words: no sentences",
            "WARN: 2 rows of more than 80 words"),
        lines(
            check(
                row("a", "word ".repeat(80), Stance.PRO),
                row("b", "b " + "word ".repeat(80), Stance.PRO),
                row("c", "c " + "word ".repeat(199), Stance.ANTI),
                row("d", "d " + "word ".repeat(200), Stance.ANTI))));
  }

  @Test
  void theLongestStandsFirst() {
    Finding finding =
        only(
            check(
                row("a", "word ".repeat(90), Stance.PRO),
                row("b", "b " + "word ".repeat(100), Stance.PRO)),
            Level.WARN);
    assertEquals("b", finding.examples().get(0).ids().get(0));
    assertEquals("101 words", finding.examples().get(0).note());
    assertEquals(161, finding.examples().get(0).texts().get(0).length(), "cut, with an ellipsis");
  }

  @Test
  void rowsThatRepeatAreCountedBeyondTheFirst() {
    String text = "The harbour welcomes the patrol.";
    Finding finding =
        only(
            check(
                row("a", text, Stance.PRO), row("b", text, Stance.PRO), row("c", text, Stance.PRO)),
            Level.WARN);
    assertEquals("2 rows repeat another letter for letter; keep one of each", finding.message());
    assertEquals(new Exhibit(List.of("a", "b", "c"), "", List.of(text)), finding.examples().get(0));
  }

  @Test
  void oneTextWithTwoLabelsFailsWhateverItsCaseAndPunctuation() {
    Finding finding =
        only(
            check(
                row("a", "The harbour’s patrol works.", Stance.PRO),
                row("b", "the harbour's patrol works", Stance.ANTI)),
            Level.FAIL);
    assertTrue(finding.message().startsWith("1 text has more than one label"), finding.message());
    assertEquals("anti, pro", finding.examples().get(0).note());
    assertEquals(2, finding.examples().get(0).texts().size());
  }

  @Test
  void examplesBeyondTenAreCounted() {
    List<Example> shorts = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      shorts.add(row("s" + i, "Word" + i, Stance.PRO));
    }
    Finding finding = only(check(shorts.toArray(Example[]::new)), Level.WARN);
    assertEquals(10, finding.examples().size());
    assertEquals(3, finding.more());
    assertEquals(List.of(Figure.count("short", 13)), finding.figures());
  }
}
