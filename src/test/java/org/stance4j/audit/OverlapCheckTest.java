package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.stance4j.audit.AuditRows.inDocument;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.corpus.TextFile;

class OverlapCheckTest {
  private static final String NINE = "one two three four five six seven eight nine";

  private static CheckResult check(List<TextFile> texts, Example... rows) {
    return new OverlapCheck()
        .run(
            AuditContext.of(
                new AuditData(
                    new Dataset("toy", List.of(rows)), new Dataset("none", List.of()), texts),
                null,
                17));
  }

  private static List<TextFile> text(String text) {
    return List.of(new TextFile("paper.txt", text));
  }

  @Test
  void nineWordsInARowFailWithTheRowAndTheFileAndWithoutTheWords() {
    CheckResult result =
        check(
            text("Zero " + NINE + " ten."),
            row("a", "And: One-two, " + NINE.substring(8) + "!", Stance.PRO));
    assertEquals(
        List.of("FAIL: 1 row shares 9 words in a row with another document; write them anew"),
        lines(result));
    assertEquals(
        List.of(new Exhibit(List.of("a"), "as in paper.txt", List.of())),
        result.findings().get(0).examples());
    assertFalse(result.toString().contains("four"), result.toString());
  }

  @Test
  void eightWordsAreGood() {
    assertEquals(
        List.of("good: no row shares 9 words in a row with any of 1 document"),
        lines(check(text("Zero " + NINE), row("a", "None " + NINE.substring(4), Stance.PRO))));
  }

  @Test
  void aWordingAcrossALineBreakIsFound() {
    assertEquals(
        1,
        check(text(NINE.replace(" five ", " five\n")), row("a", NINE, Stance.PRO))
            .findings()
            .get(0)
            .examples()
            .size());
  }

  @Test
  void rowsOfTheDocumentsThemselvesAreNotCompared() {
    AuditRows.assertGood(
        check(
            text(NINE),
            inDocument("paper", 0, SentenceKind.BODY, NINE, Stance.PRO),
            row("b", NINE, Stance.PRO, "b", "source", "document")));
  }

  @Test
  void everyFileIsNamed() {
    assertEquals(
        "as in a.txt, b.txt",
        check(
                List.of(new TextFile("b.txt", NINE), new TextFile("a.txt", NINE)),
                row("x", NINE, Stance.PRO))
            .findings()
            .get(0)
            .examples()
            .get(0)
            .note());
  }

  @Test
  void withoutTextsNothingIsChecked() {
    assertEquals(
        List.of("note: not checked: name a folder of .txt files with --documents"),
        lines(check(null, row("a", NINE, Stance.PRO))));
    assertEquals(
        List.of("WARN: not checked: the folder of documents holds no .txt file"),
        lines(check(List.of(), row("a", NINE, Stance.PRO))));
  }
}
