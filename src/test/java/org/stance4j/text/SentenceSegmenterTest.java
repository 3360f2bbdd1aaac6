package org.stance4j.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSegmenterTest {
  /** A bar marks each boundary that is wanted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "So said James D.J. Crane, a teacher.|Nobody answered him.",
        "It was J. R. R. Hale who wrote it.|He was old.",
        "Mr. Hale met Sen. Crane and Dr. Other.|They ate.",
        "The U.S. Navy stayed away.|The U.S. president did not.",
        "They went home to the U.S.|This was no surprise.",
        "The administration of U.S. President Hale agreed.|It took a day.",
        "Near Washington, D.C. they met.|Then they left.",
        "Costs rose by 1.5 percent, i.e. a lot.|Prices fell.",
        "\u201CIt is late.\u201D|He left.",
        "She called it \u201Ca small step.\u201D|The others laughed.",
        "(It was late.)|He left.",
        "\u201CWhy now?\u201D the minister asked.|Nobody knew.",
        "\u201CWhy now?\u201D Latvia\u2019s minister asked.|Nobody knew.",
        "Why now?|Because it must be.|Really!|Yes.",
        "He waited ... and then he left.|It was over.",
        "It happened on Jan. 5 at No. 10.|No. 11 was empty.",
        "Visit www.example.com or write to a.b@example.org.|Thank you.",
        "1. The first point is short.|It ends here."
      })
  void boundariesAreWhereAReaderSeesThem(String marked) {
    assertEquals(List.of(marked.split("\\|")), segments(marked.replace('|', ' ')));
  }

  @Test
  void noBreakSpacesAreNoPartOfASentence() {
    assertEquals(
        List.of("It is so.", "To be fair, it was not."),
        segments("It is so.\u00A0 To be fair, it was not.\u00A0"));
  }

  @Test
  void aMissingSpaceHidesNoBoundary() {
    assertEquals(
        List.of("The end came.", "The next began."), segments("The end came.The next began."));
  }

  @Test
  void fullStopsOfOtherScriptsCount() {
    assertEquals(
        List.of("\u5B83\u5F88\u597D\u3002", "\u4ED6\u8D70\u4E86\u3002"),
        segments("\u5B83\u5F88\u597D\u3002\u4ED6\u8D70\u4E86\u3002"));
  }

  private static List<String> segments(String text) {
    return new SentenceSegmenter()
        .segment(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
  }
}
