package org.stance4j.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;

class LabelledCsvReaderTest {
  @TempDir Path folder;

  @Test
  void textAndLabelAreEnough() throws IOException {
    Dataset dataset = read("text,label\nGood.,FAVOR\nBad.,against\n");
    assertEquals("t", dataset.name());
    assertEquals(List.of(Stance.PRO, Stance.ANTI), dataset.stances());
    Example second = dataset.examples().get(1);
    assertEquals("row-2", second.id());
    assertEquals("row-2", second.group());
    assertEquals("row-2", second.sentence().documentId());
    assertEquals(SentenceKind.BODY, second.sentence().kind());
    assertEquals(4, second.sentence().span().length());
    assertNull(second.holder());
    assertNull(second.sentence().previous());
    assertEquals("{}", second.attributes().toString());
  }

  @Test
  void furtherColumnsGoWhereTheyBelong() throws IOException {
    Dataset dataset =
        read(
            """
            id,text,label,holder,group,argument,context,target,register
            a,One.,pro,reported,g,cost,Before.,NATO,
            b,Two.,anti,author,,cost,,NATO,speech
            c,Three.,neutral,,,,,,
            """);
    Example a = dataset.examples().get(0);
    assertEquals("a", a.id());
    assertEquals(Holder.REPORTED, a.holder());
    assertEquals("g", a.group());
    assertEquals("Before.", a.sentence().previous());
    assertEquals("{argument=cost, target=NATO}", a.attributes().toString());
    Example b = dataset.examples().get(1);
    assertEquals(Holder.AUTHOR, b.holder());
    assertEquals("cost", b.group());
    assertEquals("{argument=cost, register=speech, target=NATO}", b.attributes().toString());
    assertEquals("c", dataset.examples().get(2).group());
  }

  @Test
  void columnsMayHaveOtherNames() throws IOException {
    Path file = write("Tweet,Stance,label\nGood.,yes,7\n");
    Dataset dataset =
        new LabelledCsvReader("Tweet", "Stance", LabelMapping.parse("yes=pro")).read(file);
    assertEquals(List.of(Stance.PRO), dataset.stances());
    assertEquals("{label=7}", dataset.examples().get(0).attributes().toString());
  }

  @Test
  void aMissingColumnIsRefusedWithThosePresent() {
    assertFault(
        "Tweet,label\nx,pro\n",
        "t.csv, line 1, column text: no such column; the file has Tweet, label; rename one or name"
            + " it with --text-column");
    assertFault(
        "text,Stance\nx,pro\n",
        "t.csv, line 1, column label: no such column; the file has text, Stance; rename one or name"
            + " it with --label-column");
  }

  @Test
  void aBlankTextIsRefused() {
    assertFault(
        "text,label\nx,pro\n \u2003,pro\n",
        "t.csv, line 3, column text: \" \u2003\" is blank; every row needs a text, remove the row"
            + " or fill it in");
  }

  @Test
  void anIdThatOccursTwiceIsRefused() {
    assertFault(
        "id,text,label\na,\"x\ny\",pro\na,z,pro\n",
        "t.csv, line 4, column id: \"a\" is already the id of line 2; ids must differ");
    assertFault(
        "id,text,label\nrow-2,x,pro\n,z,pro\n",
        "t.csv, line 3, column id: \"\" stands for row-2, already the id of line 2; ids must"
            + " differ");
  }

  @Test
  void anUnknownHolderIsRefused() {
    assertFault(
        "text,label,holder\nx,pro,Author\n",
        "t.csv, line 2, column holder: \"Author\" is no holder; allowed are author, reported or"
            + " nothing");
  }

  @Test
  void aNeutralRowHasNoHolder() {
    assertFault(
        "text,label,holder\nx,neutral,author\n",
        "t.csv, line 2, column holder: \"author\" holds no stance on a neutral row; leave the field"
            + " empty");
  }

  private void assertFault(String text, String message) {
    assertEquals(
        message, assertThrows(DatasetFormatException.class, () -> read(text)).getMessage());
  }

  private Dataset read(String text) throws IOException {
    return LabelledCsvReader.standard().read(write(text));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  @Test
  void knownColumnsMayBeWrittenInOtherCase() throws IOException {
    Example example =
        read("ID,Text,LABEL,Target,Split,Group\n7,Good.,pro,Tea,dev,g\n").examples().get(0);
    assertEquals("7", example.id());
    assertEquals("Tea", example.sentence().target());
    assertEquals("g", example.group());
    assertEquals("{split=dev, target=Tea}", example.attributes().toString());
  }

  @Test
  void aColumnOfTheVeryNameComesFirst() throws IOException {
    Example example = read("text,label,Target,target,TEXT\nGood.,pro,a,b,c\n").examples().get(0);
    assertEquals("b", example.sentence().target());
    assertEquals("{TEXT=c, Target=a, target=b}", example.attributes().toString());
  }

  @Test
  void tablesOfSemEval2016AreReadAsTheyAre() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.tsv"),
            """
            ID\tTarget\tTweet\tStance
            101\tTea\t"Quoted" at the start\tAGAINST
            102\tTea\tan "open quote\tNONE
            103\tTea\tplain\tFAVOR
            """);
    Dataset dataset = new LabelledCsvReader("Tweet", "Stance", LabelMapping.standard()).read(file);
    assertEquals(List.of(Stance.ANTI, Stance.NEUTRAL, Stance.PRO), dataset.stances());
    assertEquals(
        List.of("\"Quoted\" at the start", "an \"open quote", "plain"),
        dataset.sentences().stream().map(Sentence::text).toList());
    assertEquals("102", dataset.examples().get(1).id());
  }
}
