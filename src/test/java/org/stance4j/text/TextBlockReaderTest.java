package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlockReaderTest {
  private static List<String> blocks(String text) {
    return new TextBlockReader().read(text).stream().map(Block::text).toList();
  }

  @Test
  void hardWrappedLinesAreJoined() {
    assertEquals(
        List.of(
            "The heading over it",
            "This was broken at fifty columns, and whoever Reads it joins the lines again. Mr. Hale agrees.",
            "A new one."),
        blocks(
            """
            The heading over it
            This was broken at fifty columns, and whoever
            Reads it joins the lines again. Mr. Hale agrees.

            A new one.
            """));
  }

  @Test
  void aParagraphPerLineStaysSo() {
    String line = "A paragraph that is much longer than any line a person would break by hand. ";
    String first = line.repeat(3).strip();
    String second = line.repeat(2).strip();
    assertEquals(
        List.of(first, second, "Written by Ann Other", "Leave a Comment"),
        blocks(first + "\n" + second + "\r\nWritten by Ann Other\nLeave a Comment"));
  }

  @Test
  void aLineThatGoesOnInLowerCaseBelongsToTheOneBefore() {
    assertEquals(List.of("The ships came home", "Again"), blocks("The ships came\nhome\nAgain"));
  }

  @Test
  void aWordBrokenAtItsHyphenIsOneWord() {
    assertEquals(
        List.of("It crosses the trans-atlantic line."),
        blocks("It crosses the trans-\r\natlantic line."));
  }

  @Test
  void listItemsAndOldLineBreaksPartBlocks() {
    assertEquals(
        List.of("- one thing", "- two things", "3. three", "Last"),
        blocks("- one thing\r- two things\r3. three\r\rLast"));
  }
}
