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

class ProbesTest {
  private static List<Example> with(int rows, String attribute, boolean leaks) {
    List<Example> examples = new ArrayList<>();
    for (Example example : plain(rows)) {
      String value = leaks ? example.stance().label() : String.valueOf(example.id().hashCode() % 4);
      examples.add(
          row(
              example.id(),
              example.sentence().text(),
              example.stance(),
              example.group(),
              attribute,
              "v" + value));
    }
    return examples;
  }

  private static AuditTable.Row column(CheckResult result, String name) {
    return result.tables().get(0).rows().stream()
        .filter(row -> row.names().get(0).equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void metadataThatSayNothingAreGood() {
    AuditRows.assertGood(AuditRows.run(new MetadataCheck(), with(300, "register", false)));
  }

  @Test
  void aColumnThatIsTheLabelFailsAndIsNamed() {
    CheckResult result = AuditRows.run(new MetadataCheck(), with(300, "register", true));
    Finding finding = only(result, Level.FAIL);
    assertTrue(
        finding.message().startsWith("metadata alone give the label away (more than 0.50)"),
        finding.message());
    assertEquals(1, column(result, "register").figures().get(0));
    assertEquals("register", result.tables().get(0).rows().get(0).names().get(0));
    // a third each: always guessing one is right in a third, guessing at random too
    assertTrue(
        finding
            .message()
            .endsWith("chance is 0.333 (commonest label) or 0.333 (at the labels' rates)"),
        finding.message());
  }

  @Test
  void annotationsAreNeverFedToTheProbe() {
    CheckResult result = AuditRows.run(new MetadataCheck(), with(300, "label_first_pass", true));
    AuditRows.assertGood(result);
    assertTrue(
        lines(result)
            .contains("note: left out, since they follow from the label: label_first_pass"));
    assertTrue(
        result.tables().get(0).rows().stream()
            .noneMatch(row -> row.names().get(0).equals("label_first_pass")));
  }

  @Test
  void valuesThatGroupsDoNotShareSayNothing() {
    // an id predicts the label of its own row only
    List<Example> rows = new ArrayList<>();
    for (Example example : plain(300)) {
      rows.add(
          row(
              example.id(),
              example.sentence().text(),
              example.stance(),
              example.id(),
              "reference",
              example.id()));
    }
    CheckResult result = AuditRows.run(new MetadataCheck(), rows);
    AuditRows.assertGood(result);
    assertTrue(column(result, "reference").figures().get(0) < 0.4);
  }

  @Test
  void thePlaceInTheDocumentIsSeen() {
    List<Example> rows = new ArrayList<>();
    for (int document = 0; document < 30; document++) {
      for (int i = 0; i < 3; i++) {
        rows.add(
            inDocument(
                "d" + document,
                100 * i,
                SentenceKind.BODY,
                "Sentence " + i + " of document " + document + ".",
                AuditRows.stance(i)));
      }
    }
    CheckResult result = AuditRows.run(new MetadataCheck(), rows);
    only(result, Level.FAIL);
    assertEquals(1, column(result, Trait.PLACE).figures().get(0));
  }

  @Test
  void placesAndLengthsComeInBins() {
    assertEquals(
        List.of("first", "beginning", "middle", "end", "last"),
        List.of(
            Trait.place(0, 9),
            Trait.place(2, 9),
            Trait.place(3, 9),
            Trait.place(6, 9),
            Trait.place(8, 9)));
    assertEquals("alone", Trait.place(0, 1));
    assertEquals(
        List.of("0-9", "10-14", "30-39", "40-"),
        List.of(Trait.lengthBin(9), Trait.lengthBin(10), Trait.lengthBin(39), Trait.lengthBin(40)));
  }

  @Test
  void aGroupOfMostRowsIsWarnedOf() {
    List<Example> rows = new ArrayList<>();
    for (Example example : plain(90)) {
      int number = rows.size();
      rows.add(
          row(
              example.id(),
              example.sentence().text(),
              example.stance(),
              number < 45 ? "giant" : example.id()));
    }
    assertTrue(
        only(AuditRows.run(new MetadataCheck(), rows), Level.WARN)
            .message()
            .startsWith("one group, 'giant', holds 50.0 % of the rows"));
  }

  @Test
  void oneGroupOrOneLabelCannotBeProbed() {
    List<String> note = List.of("note: not checked: it takes at least two groups and two labels");
    List<Example> oneLabel =
        List.of(row("a", "One sentence here.", Stance.PRO), row("b", "Two of them.", Stance.PRO));
    assertEquals(note, lines(AuditRows.run(new MetadataCheck(), oneLabel)));
    List<Example> oneGroup =
        List.of(
            row("a", "One sentence here.", Stance.PRO, "g"),
            row("b", "Two of them.", Stance.ANTI, "g"));
    assertEquals(note, lines(AuditRows.run(new WordsCheck(), oneGroup)));
  }

  @Test
  void wordsThatSayNothingAreANoteAndWordsThatTellAllAWarning() {
    CheckResult nothing = AuditRows.run(new WordsCheck(), plain(300));
    Finding note = only(nothing, Level.NOTE);
    assertTrue(note.message().startsWith("single words reach an accuracy of 0."), note.message());
    assertTrue(note.figures().get(0).value() < 0.45, note.message());
    List<Example> telling = new ArrayList<>();
    for (Example example : plain(300)) {
      telling.add(
          row(example.id(), example.stance() + " " + example.sentence().text(), example.stance()));
    }
    only(AuditRows.run(new WordsCheck(), telling), Level.WARN);
  }
}
