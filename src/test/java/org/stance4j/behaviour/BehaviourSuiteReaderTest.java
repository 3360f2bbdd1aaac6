package org.stance4j.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.Stance;
import org.stance4j.corpus.DatasetFormatException;
import org.stance4j.provenance.Sha256;

class BehaviourSuiteReaderTest {
  @TempDir Path folder;

  @Test
  void everyKindOfTestIsRead() {
    BehaviourSuite suite = Suites.read(folder, Suites.SMALL);
    assertEquals("small", suite.name());
    assertEquals(Sha256.ofText(Suites.SMALL), suite.sha256());
    assertEquals(List.of("negation", "typos", "reasons"), suite.capabilities());
    assertEquals(
        List.of(
            new Expectation.Label(Stance.PRO),
            new Expectation.SameLabel(),
            new Expectation.OtherLabel(),
            new Expectation.Limit(Stance.PRO, Expectation.Direction.DOWN, 0.05),
            new Expectation.Limit(Stance.ANTI, Expectation.Direction.UP, 0.1)),
        List.of(0, 2, 4, 5, 6).stream().map(i -> suite.tests().get(i).expectation()).toList());
    assertNull(suite.tests().get(0).edit());
    assertEquals(List.of(TestKind.MFT, TestKind.MFT), kinds(suite).subList(0, 2));
  }

  private static List<TestKind> kinds(BehaviourSuite suite) {
    return suite.tests().stream().map(BehaviourTest::kind).toList();
  }

  @Test
  void neighboursAndTargetBelongToTextAndEdit() {
    BehaviourSuite suite =
        Suites.read(
            folder,
            """
            id,capability,kind,text,edit,expected,tolerance,before,after,target,note
            1,x,INV,One.,Two.,same,,Before.,,tea,ignored
            2,x,MFT,One.,,pro,,,After.,,
            """);
    BehaviourTest first = suite.tests().get(0);
    for (var sentence : first.sentences()) {
      assertEquals("Before.", sentence.previous());
      assertNull(sentence.next());
      assertEquals("tea", sentence.target());
    }
    assertEquals("After.", suite.tests().get(1).text().next());
    assertEquals("", suite.tests().get(1).text().target());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,x,mft,T,,pro, | kind: \"mft\" is no kind of test; allowed are MFT, INV and DIR",
        "1,x,MFT,T,,good, | expected: \"good\" is no stance; MFT allows pro, anti and neutral",
        "1,x,MFT,T,E,pro, | edit: \"E\" is not tested by MFT; leave the field empty or make the"
            + " test INV or DIR",
        "1,x,INV,T,,same, | edit: \"\" is blank or the same as the text; INV compares a text with"
            + " an edit",
        "1,x,DIR,T,T,changes, | edit: \"T\" is blank or the same as the text; DIR compares a text"
            + " with an edit",
        "1,x,INV,T,E,pro, | expected: \"pro\" is not allowed; INV demands the word same",
        "1,x,DIR,T,E,pro, | expected: \"pro\" is not allowed; DIR allows changes, pro-not-up,"
            + " pro-not-down, anti-not-up, anti-not-down, neutral-not-up, neutral-not-down",
        "1,x,DIR,T,E,pro-not-up, | tolerance: \"\" is no number from 0 to 1, such as 0.05",
        "1,x,DIR,T,E,pro-not-up,1.01 | tolerance: \"1.01\" is no number from 0 to 1, such as 0.05",
        "1,x,DIR,T,E,pro-not-up,NaN | tolerance: \"NaN\" is no number from 0 to 1, such as 0.05",
        "1,x,DIR,T,E,changes,0.1 | tolerance: \"0.1\" belongs to DIR with STANCE-not-up or"
            + " STANCE-not-down alone; leave the field empty",
        "1, ,MFT,T,,pro, | capability: \" \" is blank; every test needs id, capability, kind and"
            + " text",
        "1,x,MFT,,,pro, | text: \"\" is blank; every test needs id, capability, kind and text"
      })
  void aFaultNamesLineColumnValueAndTheWayOut(String row, String message) {
    assertEquals(
        "small.csv, line 2, column " + message, failure(Suites.HEADER + row + "\n").getMessage());
  }

  @Test
  void idsAndTestsDiffer() {
    assertEquals(
        "small.csv, line 3, column id: \"1\" is already the id of line 2; ids must differ",
        failure(Suites.HEADER + "1,x,MFT,T,,pro,\n1,x,MFT,U,,pro,\n").getMessage());
    assertEquals(
        "small.csv, line 3, column text: \"T\" is tested in the same way in line 2; remove one row",
        failure(Suites.HEADER + "1,x,MFT,T,,pro,\n2,y,MFT,T,,pro,\n").getMessage());
  }

  @Test
  void columnsAndTestsMustBeThere() {
    assertEquals(
        "small.csv, line 1, column edit: no such column; the file has id, capability, kind, text,"
            + " expected, tolerance; a suite needs id, capability, kind, text, edit, expected,"
            + " tolerance",
        failure("id,capability,kind,text,expected,tolerance\n1,x,MFT,T,pro,\n").getMessage());
    assertEquals(
        "small.csv: the suite has a header, but no test; add rows",
        failure(Suites.HEADER).getMessage());
    assertThrows(
        NoSuchFileException.class, () -> BehaviourSuiteReader.read(folder.resolve("none.csv")));
  }

  private DatasetFormatException failure(String csv) {
    return assertThrows(DatasetFormatException.class, () -> Suites.read(folder, csv));
  }
}
