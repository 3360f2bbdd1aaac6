package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.Document;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;

class ArticleReaderTest {
  @Test
  void neighboursSkipPageFurniture() {
    Document document =
        Articles.read(
            "a.txt",
            "Harbours and Their Neighbours\n\nThe first came early.\n\nContinue Reading\n\n"
                + "The second came late.");
    List<Sentence> sentences = document.sentences();
    assertEquals(SentenceKind.FURNITURE, sentences.get(2).kind());
    assertNull(sentences.get(0).previous());
    assertEquals("The second came late.", sentences.get(1).next());
    assertEquals("The first came early.", sentences.get(2).previous());
    assertEquals("The second came late.", sentences.get(2).next());
    assertEquals("The first came early.", sentences.get(3).previous());
    assertNull(sentences.get(3).next());
  }

  @Test
  void aByteOrderMarkIsNoPartOfASentenceButCountsInItsPlace() {
    Document document = Articles.read("a.txt", "\uFEFFShips sailed. They came back.");
    assertEquals(List.of("Ships sailed.", "They came back."), Articles.texts(document));
    assertEquals(1, document.sentences().get(0).span().start());
    assertEquals('\uFEFF', document.text().charAt(0));
  }

  @Test
  void rightToLeftCombiningAndAstralCharactersKeepTheirPlaces() {
    String text =
        "Cafe\u0301 owners cheered \uD83D\uDE00. \uD83D\uDEA2 Ships left port. "
            + "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD. "
            + "\u0645\u0627 \u0647\u0630\u0627\u061F \u0646\u0639\u0645.";
    Document document = Articles.read("a.txt", text);
    assertEquals("Cafe\u0301 owners cheered \uD83D\uDE00.", Articles.texts(document).get(0));
    assertTrue(Articles.texts(document).contains("\u0646\u0639\u0645."));
    for (Sentence sentence : document.sentences()) {
      assertEquals(sentence.text(), Articles.source(document, sentence));
    }
  }

  @Property(tries = 60)
  void spansOfPlainTextRunInOrderAndHoldTheirText(
      @ForAll @Size(min = 1, max = 60) List<Integer> choices) {
    String[] pieces = {
      "Ships ",
      "left. ",
      "\u201CWhy?\u201D ",
      "\n",
      "\r\n",
      "\n\n",
      "Mr. ",
      "U.S. ",
      "\uD83D\uDE00 ",
      "the long way round the cape was taken by all of them ",
      "\u00A0",
      "\t",
      "... ",
      "e\u0301",
      "1.5 ",
      "(see) ",
      "\uFEFF",
      "By Ann Other\n",
      "- item ",
      "trans-\n"
    };
    StringBuilder text = new StringBuilder("Start");
    choices.forEach(choice -> text.append(pieces[Math.floorMod(choice, pieces.length)]));
    Document document =
        ArticleReader.create()
            .read("a", text.toString().getBytes(StandardCharsets.UTF_8), ArticleFormat.TEXT);
    assertEquals(text.toString(), document.text());
    int end = 0;
    for (Sentence sentence : document.sentences()) {
      assertTrue(sentence.span().start() >= end);
      end = sentence.span().end();
      String source = Articles.source(document, sentence);
      assertEquals(withoutSpace(source), withoutSpace(sentence.text()));
      if (!source.contains("\n")) {
        assertEquals(source, sentence.text());
      }
    }
    assertEquals(
        withoutSpace(document.text()),
        withoutSpace(String.join("", Articles.texts(document))),
        "no character is lost");
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("[\\s\u00A0\uFEFF]+", "");
  }

  @ParameterizedTest
  @CsvSource({
    "'(', 1048576, a.txt",
    "'.', 1048576, a.txt",
    "'. ', 524288, a.txt",
    "'A. ', 350000, a.txt",
    "'The price rose again in May. ', 37000, a.txt",
    "'word ', 200000, a.txt",
    "'(', 1048576, a.md",
    "'[', 1048576, a.md",
    "'<', 1048576, a.md",
    "'> ', 20000, a.md",
    "'*a **b ', 100000, a.md",
    "'&amp;', 200000, a.html"
  })
  void aMegabyteOfAlmostAnythingIsReadInTime(String unit, int times, String id) {
    byte[] content = ("x " + unit.repeat(times) + " End.").getBytes(StandardCharsets.UTF_8);
    ArticleFormat format =
        id.endsWith("md")
            ? ArticleFormat.MARKDOWN
            : id.endsWith("html") ? ArticleFormat.HTML : ArticleFormat.TEXT;
    Document document =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> ArticleReader.create().read(id, content, format));
    assertTrue(document.sentences().get(document.sentences().size() - 1).text().endsWith("End."));
  }

  @ParameterizedTest
  @CsvSource({"<div>", "<b>", "<span>", "<ul><li>", "<table><tr><td>", "<section><p>"})
  void deepNestingDoesNotOverflowTheStack(String tags) {
    String page = "<!doctype html>" + tags.repeat(30_000) + "Far down. It goes on.";
    Document document =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Articles.read("a.html", page));
    assertEquals(List.of("Far down.", "It goes on."), Articles.texts(document));
  }

  @Test
  void manyThreadsMayShareAReader() {
    ArticleReader reader = ArticleReader.create();
    byte[] content =
        "Mr. Hale spoke. He left at 5.30 p.m. on Monday. Why? Nobody knew. "
            .repeat(50)
            .getBytes(StandardCharsets.UTF_8);
    Document expected = reader.read("a", content);
    assertTrue(
        IntStream.range(0, 64)
            .parallel()
            .allMatch(i -> reader.read("a", content).equals(expected)));
  }
}
