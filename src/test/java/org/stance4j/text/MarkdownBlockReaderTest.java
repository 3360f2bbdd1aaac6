package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Document;
import org.stance4j.SentenceKind;

class MarkdownBlockReaderTest {
  private static final String ARTICLE =
      """
      ---
      title: Not to be read
      tags: [a, b]
      ---
      # A *bold* heading

      The [club](https://example.org/a_b) has **no
      plan** for tea &amp; \\*milk\\*. It said `so` twice.

      - One point is here.
      - [Another page](https://example.org)

      > Quoted words. More of them.

      ```
      Code is not. Text at all.
      ```

      <div><p>Raw &amp; simple.</p></div>

      ![A picture](x.png)

      Second heading
      --------------

      A price below 5 < 6 is fine.
      """;

  @Test
  void textIsFoundWithoutItsMarkup() {
    Document document = Articles.read("a.md", ARTICLE);
    assertEquals(
        List.of("A bold heading", "Second heading"), Articles.texts(document, SentenceKind.TITLE));
    assertEquals(
        List.of(
            "The club has no plan for tea & *milk*.",
            "It said so twice.",
            "One point is here.",
            "Quoted words.",
            "More of them.",
            "Raw & simple.",
            "A price below 5 < 6 is fine."),
        Articles.texts(document, SentenceKind.BODY));
    assertEquals(List.of("Another page"), Articles.texts(document, SentenceKind.FURNITURE));
  }

  @Test
  void spansPointIntoTheSource() {
    Document document = Articles.read("a.md", ARTICLE);
    assertEquals(ARTICLE, document.text());
    assertEquals(
        List.of(
            "The [club](https://example.org/a_b) has **no\nplan** for tea &amp; \\*milk\\*.",
            "It said `so` twice."),
        Articles.sources(document, SentenceKind.BODY).subList(0, 2));
    assertEquals("Raw &amp; simple.", Articles.sources(document, SentenceKind.BODY).get(5));
  }

  @Test
  void carriageReturnsChangeNothingButTheSource() {
    Document unix = Articles.read("a.md", ARTICLE);
    Document windows = Articles.read("a.md", "\uFEFF" + ARTICLE.replace("\n", "\r\n"));
    assertEquals(Articles.texts(unix), Articles.texts(windows));
    assertEquals("It said `so` twice.", Articles.sources(windows, SentenceKind.BODY).get(1));
  }

  @Test
  void rowsOfATableAreFurnitureAndTouchNoSentence() {
    String source =
        """
        The figures follow here.

        | Port | Ships & *boats* |
        |:-----|------:|
        | Pusan | 5 |
        | a \\| b | `6` |
        No cell is in this line. It is prose.

        The end is near.
        """;
    Document document = Articles.read("a.md", source);
    assertEquals(
        List.of(
            "The figures follow here.",
            "No cell is in this line.",
            "It is prose.",
            "The end is near."),
        Articles.texts(document, SentenceKind.BODY));
    assertEquals(
        List.of("| Port | Ships & boats |", "| Pusan | 5 |", "| a | b | 6 |"),
        Articles.texts(document, SentenceKind.FURNITURE));
    assertEquals(
        List.of("| Port | Ships & *boats* |", "| Pusan | 5 |", "| a \\| b | `6` |"),
        Articles.sources(document, SentenceKind.FURNITURE));
    assertEquals(
        List.of("No cell is in this line.", "It is prose."),
        Articles.sources(document, SentenceKind.BODY).subList(1, 3));
    Document windows = Articles.read("a.md", source.replace("\n", "\r\n"));
    assertEquals(Articles.texts(document), Articles.texts(windows));
  }

  @Test
  void aTableMayLackOuterPipesFollowProseOrStandInAQuotation() {
    Document document =
        Articles.read(
            "a.md",
            """
            They met. They left.
            a | b
            ---|---
            1 | 2

            > | c |
            > |---|
            > | 3 |

            | d | e |
            |---|---|
            | 4 | 5 |
            ---
            """);
    assertEquals(List.of("They met.", "They left."), Articles.texts(document, SentenceKind.BODY));
    assertEquals(List.of(), Articles.texts(document, SentenceKind.TITLE));
    assertEquals(
        List.of("a | b", "1 | 2", "| c |", "| 3 |", "| d | e |", "| 4 | 5 |"),
        Articles.sources(document, SentenceKind.FURNITURE));
  }

  @Test
  void pipesAloneMakeNoTable() {
    Document document =
        Articles.read("a.md", "One | two came.\n|---|---|---|\nThree | four left.\n");
    assertEquals(
        List.of("One | two came.", "|---|---|---| Three | four left."),
        Articles.texts(document, SentenceKind.BODY));
  }
}
