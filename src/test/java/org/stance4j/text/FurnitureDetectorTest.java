package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Document;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;

class FurnitureDetectorTest {
  private static Sentence sentence(String text, String previous, String next) {
    return new Sentence(
        "d", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, next);
  }

  @Test
  void aSentenceIsSuspectedByItsWordingOrAsABiographyAtTheEnd() {
    String biography = "Jane Miller is a senior fellow at the Institute for Sea Lanes.";
    assertTrue(FurnitureDetector.suspects(sentence("Share this article", "Before.", "After.")));
    assertTrue(FurnitureDetector.suspects(sentence("***", null, null)));
    assertTrue(FurnitureDetector.suspects(sentence(biography, "Before.", null)));
    assertFalse(FurnitureDetector.suspects(sentence(biography, "Before.", "After.")));
    // alone, it may be any sentence
    assertFalse(FurnitureDetector.suspects(sentence(biography, null, null)));
    assertFalse(FurnitureDetector.suspects(sentence("The office serves us all.", null, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Skip to main content",
        "Read more",
        "Continue reading below",
        "Leave a reply",
        "12 Comments",
        "Share on Facebook",
        "SHARE THIS ARTICLE",
        "Follow us on LinkedIn",
        "Subscribe to our newsletter",
        "Sign up",
        "Advertisement",
        "Related articles",
        "Most read",
        "By Ann Other",
        "By our defence staff",
        "By Ann van Other and Jo Hale | 5 May 2023",
        "Written by Ann Other",
        "Published",
        "on",
        "Updated on 3 June 2024 at 10:15",
        "3 June 2024",
        "Monday, June 3, 2024",
        "2024-06-03",
        "2 hours ago",
        "6 min read",
        "Image: Ann Other / Flickr",
        "Photo by Ann Other",
        "Credit: Port Authority",
        "Source: The Harbour Post",
        "(AP Photo/Ann Other)",
        "\u00A9 2024 The Harbour Post",
        "The Harbour Post. All rights reserved.",
        "We use cookies to improve this site.",
        "Accept all cookies",
        "World | Asia",
        "Home > News > Analysis",
        "Tags: ships, ports",
        "IMAGE CREDIT: Ann Other"
      })
  void pageFurnitureIsKnownByItsWording(String line) {
    assertTrue(FurniturePhrases.matches(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the time the ships arrived, the port was closed.",
        "By 2030 the fleet will have doubled.",
        "On Monday the ministers met.",
        "Share prices fell after the announcement.",
        "The source of the dispute is a reef.",
        "Read the treaty and you will find no such clause.",
        "Related disputes have been settled in court.",
        "March was a bad month for the alliance.",
        "Subscribers paid more last year.",
        "Images of the exercise angered the neighbours.",
        "Top officials met in Vilnius."
      })
  void sentencesThatBeginLikeFurnitureAreNone(String line) {
    assertFalse(FurniturePhrases.matches(line), line);
  }

  @Test
  void shapeAndPlaceTellHeadlinesFromLabels() {
    Document document =
        Articles.read(
            "a.txt",
            """
            World

            Why Ports Matter to Everyone

            Ships carry most goods.

            The costs

            Fuel is dear.

            Ann Other is a senior Fellow at the Harbour Institute. She sails.

            The views expressed are her own.

            More from the port this week
            """);
    assertEquals(
        List.of("Why Ports Matter to Everyone", "The costs"),
        Articles.texts(document, SentenceKind.TITLE));
    assertEquals(
        List.of("Ships carry most goods.", "Fuel is dear."),
        Articles.texts(document, SentenceKind.BODY));
    assertEquals(5, Articles.texts(document, SentenceKind.FURNITURE).size());
  }

  @Test
  void aBiographyInTheLastParagraphIsCutOffFromIt() {
    Document document =
        Articles.read(
            "a.txt",
            "Ships carry goods. They should go on doing so. The author is a retired officer.");
    assertEquals(
        List.of("The author is a retired officer."),
        Articles.texts(document, SentenceKind.FURNITURE));
  }

  @Test
  void aLastWordOnTheViewsOfOthersIsBody() {
    Document document =
        Articles.read(
            "a.txt",
            "Ships carry goods.\n\nThe council should listen to these views before it plans its next step.");
    assertTrue(Articles.texts(document, SentenceKind.FURNITURE).isEmpty());
  }

  @Test
  void aQuestionOverTheArticleIsItsHeadline() {
    Document document =
        Articles.read(
            "a.txt",
            "Should ships slow down?\n\nPublished\n\nShould ships slow down?\n\nThey should.");
    assertEquals(2, Articles.texts(document, SentenceKind.TITLE).size());
  }

  @Test
  void longMenusAreJudgedInTime() {
    String lines = ("a | ".repeat(70) + "\n\n" + "By " + "And ".repeat(70) + "x!\n\n").repeat(500);
    Document document =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Articles.read("a.txt", lines));
    assertEquals(1000, document.sentences().size());
  }
}
