package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.audit.AuditRows.lines;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Stance;

class SliceChecksTest {
  private static List<Example> rows(
      int n, IntFunction<Stance> stance, String attribute, IntFunction<String> value) {
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(
          row(
              "r" + i,
              "Sentence number " + i + ".",
              stance.apply(i),
              "g" + i,
              attribute,
              value.apply(i)));
    }
    return rows;
  }

  @Test
  void evenLabelsInEverySliceAreGood() {
    List<Example> rows = rows(120, AuditRows::stance, "register", i -> i < 60 ? "news" : "speech");
    AuditRows.assertGood(AuditRows.run(new BalanceCheck(), rows));
    AuditRows.assertGood(AuditRows.run(new SliceSizesCheck(), rows));
  }

  @Test
  void aLabelBelowFifteenOrAboveSeventyPercentIsWarnedOf() {
    // 72 anti, 14 pro, 14 neutral of a hundred
    List<Example> rows =
        rows(
            100,
            i -> i < 72 ? Stance.ANTI : i < 86 ? Stance.PRO : Stance.NEUTRAL,
            "register",
            i -> "news");
    assertEquals(
        "pro is rare, anti outweighs the others and neutral is rare: pro 14.0 %, anti 72.0 %, neutral 14.0 %",
        only(AuditRows.run(new BalanceCheck(), rows), Level.WARN).message());
  }

  @Test
  void dataOfOneLabelFailAndNoSliceIsPraised() {
    List<Example> rows = rows(40, i -> Stance.PRO, "register", i -> "news");
    CheckResult result = AuditRows.run(new BalanceCheck(), rows);
    assertEquals(
        "one label only, nothing can be learnt: pro 100.0 %, anti 0.0 %, neutral 0.0 %",
        result.findings().get(0).message());
    assertEquals(Level.FAIL, result.findings().get(0).level());
    assertTrue(
        result.findings().stream().noneMatch(finding -> finding.level() == Level.GOOD),
        result.findings().toString());
  }

  @Test
  void aSliceOfOneLabelFailsFromFivePercentOfTheData() {
    List<Example> rows =
        rows(400, AuditRows::stance, "register", i -> i % 3 == 1 && i < 60 ? "memo" : "news");
    Finding finding = only(AuditRows.run(new BalanceCheck(), rows), Level.FAIL);
    assertEquals(
        new Exhibit(List.of("register = memo"), "20 rows, all anti", List.of()),
        finding.examples().get(0));
  }

  @Test
  void aSmallerOneIsWarnedOfAndATinyOneIsNot() {
    List<Example> rows =
        rows(
            600,
            AuditRows::stance,
            "register",
            i -> i % 3 == 1 && i < 60 ? "memo" : i % 3 == 2 && i < 27 ? "note" : "news");
    // 20 memos of 600, 9 notes
    Finding finding = only(AuditRows.run(new BalanceCheck(), rows), Level.WARN);
    assertEquals(1, finding.examples().size());
    assertEquals(List.of(Figure.count("oneLabelSlices", 1)), finding.figures());
  }

  @Test
  void annotationsAreNotSlicedAndNamed() {
    List<Example> rows = rows(90, AuditRows::stance, "leaning", i -> AuditRows.stance(i).label());
    CheckResult result = AuditRows.run(new BalanceCheck(), rows);
    AuditRows.assertGood(result);
    assertEquals(
        "not sliced, since they follow from the label: leaning",
        only(result, Level.NOTE).message());
    assertEquals(List.of(), result.tables());
  }

  @Test
  void theTableHoldsSharesBySlice() {
    List<Example> rows = rows(120, AuditRows::stance, "register", i -> i < 30 ? "news" : "");
    // an empty value is none
    AuditTable table = AuditRows.run(new BalanceCheck(), rows).tables().get(0);
    assertEquals(List.of("register", "(none)"), table.rows().get(0).names());
    assertEquals(List.of("register", "news"), table.rows().get(1).names());
    double third = 10.0 / 30;
    assertEquals(List.of(30.0, 0.25, third, third, third), table.rows().get(1).figures());
  }

  @Test
  void slicesBelowThirtyRowsAreListedSmallestFirst() {
    List<Example> rows =
        rows(120, AuditRows::stance, "register", i -> i < 5 ? "memo" : i < 25 ? "note" : "news");
    Finding finding = only(AuditRows.run(new SliceSizesCheck(), rows), Level.WARN);
    assertEquals(
        "2 slices of 3 have fewer than 30 rows: too few for a figure of their own",
        finding.message());
    assertEquals(
        List.of("register = memo", "register = note"),
        finding.examples().stream().map(exhibit -> exhibit.ids().get(0)).toList());
  }

  @Test
  void anAttributeOfManyValuesIsNotSlicedButSaid() {
    List<Example> rows = rows(120, AuditRows::stance, "argument", i -> "a" + i % 60);
    assertTrue(
        lines(AuditRows.run(new SliceSizesCheck(), rows))
            .contains("note: too many values to be sliced by: argument (60 values)"));
  }

  @Test
  void annotationsAreLabelsHoldersAndAFewOthers() {
    for (String name :
        List.of(
            "label_first_pass",
            "Label",
            "holder",
            "holder_second_pass",
            "leaning",
            "change",
            "neutral_kind",
            "original_label")) {
      assertTrue(AttributeRoles.isAnnotation(name), name);
    }
    for (String name : List.of("register", "source", "original", "split", "my_label")) {
      assertEquals(false, AttributeRoles.isAnnotation(name), name);
    }
  }
}
