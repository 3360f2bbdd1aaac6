package org.stance4j.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stance4j.audit.AuditRows.only;
import static org.stance4j.audit.AuditRows.plain;
import static org.stance4j.audit.AuditRows.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stance4j.Example;
import org.stance4j.Stance;

class GiveawaysCheckTest {
  /** Plain rows of which so many, in so many groups, get a word; those are of one label. */
  private static List<Example> marked(int rows, int marked, int groups, String word) {
    List<Example> examples = new ArrayList<>();
    int done = 0;
    for (Example example : plain(rows)) {
      boolean mark = example.stance() == Stance.ANTI && done < marked;
      examples.add(
          row(
              example.id(),
              mark ? example.sentence().text().replace(".", " " + word) : example.sentence().text(),
              example.stance(),
              mark ? "g" + done % groups : example.id()));
      done += mark ? 1 : 0;
    }
    return examples;
  }

  private static CheckResult check(List<Example> rows) {
    return AuditRows.run(new GiveawaysCheck(), rows);
  }

  @Test
  void sentencesWithoutAHabitAreGood() {
    AuditRows.assertGood(check(plain(300)));
  }

  @Test
  void aWordOfOneLabelIsWarnedOfFromTwoPercentAndFailsFromFive() {
    Finding warning = only(check(marked(600, 12, 12, "sadly.")), Level.WARN);
    assertTrue(
        warning.message().startsWith("1 giveaway in at least 2 % of the sentences"),
        warning.message());
    assertEquals(
        "“sadly”: 100 % anti, in 2.0 % of the sentences, 12 groups",
        warning.examples().get(0).note());
    only(check(marked(600, 30, 30, "sadly.")), Level.FAIL);
    AuditRows.assertGood(check(marked(600, 11, 11, "sadly.")));
  }

  @Test
  void whereALabelIsFrequentItsOrdinaryWordsAreNoGiveaways() {
    List<Example> rows = new ArrayList<>();
    for (Example example : plain(600)) {
      boolean rare = rows.size() % 30 == 0;
      rows.add(row(example.id(), example.sentence().text(), rare ? Stance.ANTI : Stance.PRO));
    }
    AuditRows.assertGood(check(rows));
    AuditRows.assertGood(check(rows.stream().filter(row -> row.stance() == Stance.PRO).toList()));
  }

  @Test
  void nineGroupsMakeNoGiveaway() {
    AuditRows.assertGood(check(marked(600, 27, 9, "sadly.")));
    only(check(marked(600, 30, 10, "sadly.")), Level.FAIL);
  }

  @Test
  void whereNothingCanStandInTenGroupsNothingIsJudged() {
    List<Example> rows = new ArrayList<>();
    for (Example example : plain(60)) {
      rows.add(
          row(example.id(), example.sentence().text(), example.stance(), "g" + rows.size() % 9));
    }
    assertEquals(
        "not checked: 9 groups, and a giveaway must stand in 10",
        only(check(rows), Level.NOTE).message());
  }

  @Test
  void aMarkIsAGiveawayToo() {
    Finding finding = only(check(marked(600, 30, 30, "sadly?")), Level.FAIL);
    assertEquals(
        List.of("“sadly”: 100 % anti", "mark “question mark”: 100 % anti"),
        finding.examples().stream().map(exhibit -> exhibit.note().split(",")[0]).toList());
  }

  @Test
  void theFirstWordIsLookedAt() {
    List<Example> rows = new ArrayList<>();
    for (Example example : plain(300)) {
      // 'while' stands in every sentence, in front in the pro ones only
      String text = example.sentence().text();
      rows.add(
          row(
              example.id(),
              example.stance() == Stance.PRO ? "While " + text : text + " while",
              example.stance()));
    }
    List<String> notes =
        only(check(rows), Level.FAIL).examples().stream().map(Exhibit::note).toList();
    assertTrue(
        notes.stream().anyMatch(note -> note.startsWith("first word “while”: 100 % pro")),
        notes.toString());
    assertTrue(notes.stream().noneMatch(note -> note.startsWith("“while”")), notes.toString());
  }

  @Test
  void theTableRanksAWordOfOneLabelFirst() {
    AuditTable table = check(marked(600, 60, 60, "sadly.")).tables().get(0);
    AuditTable.Row first =
        table.rows().stream().filter(row -> row.names().get(0).equals("anti")).findFirst().get();
    assertEquals(List.of("anti", "sadly", "word"), first.names());
    // z, all of one label, a tenth of the sentences, sixty groups
    assertEquals(List.of(1.0, 0.1, 60.0), first.figures().subList(1, 4));
    for (Stance stance : Stance.values()) {
      assertTrue(
          table.rows().stream().filter(row -> row.names().get(0).equals(stance.label())).count()
              <= 15);
    }
  }

  @Test
  void aGroupCountsThreeSentencesOfAWordOrATenth() {
    assertEquals(3, TokenCount.cap(5));
    assertEquals(3, TokenCount.cap(30));
    assertEquals(4, TokenCount.cap(31));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      // 'sadly' twice in a sentence counts once; five sentences of one group count three
      rows.add(Row.of(row("r" + i, "Sadly, oh sadly.", Stance.PRO, i < 5 ? "g" : "h" + i)));
    }
    TokenCount count = TokenCount.of(TokenKind.WORD, rows, 1).get(1);
    assertEquals("sadly", count.token());
    assertEquals(7, count.sentences(Stance.PRO));
    assertEquals(5, count.groups());
    assertEquals(List.of(), TokenCount.of(TokenKind.WORD, rows, 10));
  }

  @Test
  void wordsAreLowerCaseWithOneKindOfApostrophe() {
    assertEquals(
        List.of("nato's", "role", "in", "asia", "pacific"),
        Row.words("NATO’s role in Asia-Pacific"));
    assertEquals(
        List.of("nato's role in", "role in asia", "in asia pacific"),
        List.copyOf(
            TokenKind.TRIPLE.tokens(Row.of(row("r", "NATO’s role in Asia-Pacific", Stance.PRO)))));
  }

  @Test
  void marksAreNamedAndCounted() {
    assertEquals(
        Map.of("curly quote", 2, "comma", 1, "em dash", 1, "digit", 2, "curly apostrophe", 1),
        Marks.of("“NATO’s,” he said — in 22."));
    assertEquals(Map.of("no stop at the end", 1), Marks.of("A headline"));
    assertEquals(Map.of("question mark", 1, "straight quote", 2), Marks.of("\"Is it?\""));
  }
}
