package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stance4j.TextSpan;

class SentenceWordsTest {
  private static List<String> words(String text) {
    return SentenceWords.of(text).stream().map(span -> SentenceWords.cut(text, span)).toList();
  }

  @Test
  void hyphensApostrophesAbbreviationsAndNumbersHoldTogether() {
    assertEquals(
        List.of(
            "U.S.", "ships", "don’t", "cross", "the", "Indo-Pacific", "3.5", "times", "why", "?"),
        words("U.S. ships don’t cross the Indo-Pacific 3.5 times (why?)."));
  }

  @ParameterizedTest
  @CsvSource({
    "'A good plan.', good, 'A plan.'",
    "'It is good.', good, 'It is.'",
    "'(good) plan', good, '() plan'",
    "'good plan', good, ' plan'",
    "'so-called', so-called, …"
  })
  void aWordIsLeftOutWithTheBlankBeforeIt(String text, String word, String rest) {
    int start = text.indexOf(word);
    assertEquals(rest, SentenceWords.without(new TextSpan(start, start + word.length()), text));
  }

  @Test
  void whatTheNgramsReadIsFoundInTheTextAgain() {
    assertEquals(
        Optional.of(List.of(new TextSpan(0, 5), new TextSpan(6, 9), new TextSpan(9, 10))),
        SentenceWords.find(List.of("don't", "no", "!"), "Don’t n\u00ADo!"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertEquals(Optional.empty(), SentenceWords.find(List.of("other"), "Don’t"));
    assertEquals(Optional.empty(), SentenceWords.find(List.of("a", "b"), "a"));
  }
}
