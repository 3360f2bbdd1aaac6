package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.plain;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Stance;

class NearDuplicatesCheckTest {
  // twelve trigrams each, eleven of thirteen in common
  private static final String ONE =
      "Tokyo said that closer ties with the alliance would serve both sides well today.";
  private static final String OTHER =
      "Tokyo said that closer ties with the alliance would serve both sides well tomorrow.";

  private static CheckResult check(Example... more) {
    List<Example> rows = new ArrayList<>(plain(12));
    rows.addAll(List.of(more));
    return AuditRows.run(new NearDuplicatesCheck(), rows);
  }

  private static Example in(String id, String text, String... attributes) {
    return row(id, text, Stance.PRO, id, attributes);
  }

  @Test
  void differentSentencesAreGood() {
    AuditRows.assertGood(check());
  }

  @Test
  void nearDuplicatesInOnePartAreWarnedOfWithBothTexts() {
    Finding finding = only(check(in("a", ONE), in("b", OTHER)), Level.WARN);
    assertEquals(
        "1 pair of near-duplicates in one part of the data; they count as one group",
        finding.message());
    assertEquals(
        new Exhibit(List.of("a", "b"), "0.85 alike", List.of(ONE, OTHER)),
        finding.examples().get(0));
  }

  @Test
  void nearDuplicatesAcrossSplitsFail() {
    CheckResult result = check(in("a", ONE, "split", "train"), in("b", OTHER, "split", "test"));
    assertEquals(
        List.of("FAIL: 1 pair of near-duplicates on both sides of a split; drop one"),
        lines(result));
    assertEquals("0.85 alike, train and test", result.findings().get(0).examples().get(0).note());
  }

  @Test
  void aContrastIsLikeItsOriginalByDesign() {
    assertEquals(
        List.of(
            "good: no two rows share 60 % of their word trigrams",
            "note: 1 pair of a contrast row and its original, alike by design and in one split"),
        lines(check(in("a", ONE), in("b", OTHER, "source", "contrast", "original", "a"))));
  }

  @Test
  void twoContrastsOfOneOriginalAreAlikeByDesignToo() {
    CheckResult result =
        check(
            in("a", ONE, "source", "contrast", "original", "x"),
            in("b", OTHER, "source", "contrast", "original", "x"));
    assertEquals(List.of(Figure.count("contrastPairs", 1)), only(result, Level.NOTE).figures());
  }

  @Test
  void aContrastInAnotherSplitThanItsOriginalFails() {
    only(
        check(
            in("a", ONE, "split", "train"),
            in("b", OTHER, "source", "contrast", "original", "a", "split", "test")),
        Level.FAIL);
  }

  @Test
  void aContrastLikeAStrangersTextIsANearDuplicate() {
    only(check(in("a", ONE), in("b", OTHER, "source", "contrast", "original", "c")), Level.WARN);
  }

  @Test
  void originalsAreFoundUnderThePrefixOfTheirFile() {
    CheckResult result =
        check(in("one:a", ONE), in("two:b", OTHER, "source", "contrast", "original", "a"));
    assertEquals(List.of(Figure.count("contrastPairs", 1)), only(result, Level.NOTE).figures());
  }
}
