package org.stance4j.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.evaluation.Slicer;

class StandardSlicesTest {
  private static Map<String, String> values(Example example) {
    Map<String, String> values = new TreeMap<>();
    for (Slicer slicer : StandardSlices.all()) {
      values.put(slicer.attribute(), slicer.value().apply(example));
    }
    return values;
  }

  private static Example alone(String text, Map<String, String> attributes) {
    return new Example(
        "s1",
        Sentence.alone("s1", text),
        Stance.NEUTRAL,
        null,
        "g",
        Example.attributes(attributes));
  }

  @Test
  void aSentenceBelongsToOnePartOfEachAttribute() {
    assertEquals(
        Map.ofEntries(
            Map.entry("target", ""),
            Map.entry("document", StandardSlices.ALONE),
            Map.entry("source", "sentence"),
            Map.entry("register", ""),
            Map.entry("phenomenon", "irony"),
            Map.entry("holder", ""),
            Map.entry("kind", "body"),
            Map.entry("words", "up to 10"),
            Map.entry("negation", "no"),
            Map.entry("quotation", "no"),
            Map.entry("target named", "yes")),
        values(alone("The alliance came.", Map.of("source", "sentence", "phenomenon", "irony"))));
  }

  @Test
  void anEditedCopyOfASentenceThatStandsAloneStandsAloneToo() {
    Example copy =
        new Example(
            "c1",
            Sentence.alone("s1", "Text."),
            Stance.PRO,
            null,
            "g",
            Example.attributes(Map.of("original", "s1")));
    assertEquals(StandardSlices.ALONE, values(copy).get("document"));
  }

  @ParameterizedTest
  @CsvSource({"1, up to 10", "10, up to 10", "11, 11 to 20", "20, 11 to 20", "30, 21 to 30"})
  void lengthBandsHoldTheirUpperBound(int words, String band) {
    assertEquals(band, values(alone("word ".repeat(words), Map.of())).get("words"));
  }

  @Test
  void longSentencesAreABandOfTheirOwn() {
    assertEquals("more than 30", values(alone("word ".repeat(31), Map.of())).get("words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is not so.",
        "They don’t care.",
        "NOTHING helps.",
        "Neither did.",
        "He can't."
      })
  void negationsAreFound(String text) {
    assertTrue(Negation.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A notable noon.", "It is unlikely.", "Another knot.", "Nato’s nor'easter"})
  void wordsThatOnlyLookLikeNegationsAreNone(String text) {
    assertFalse(Negation.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He called it \"a mistake\".",
        "“It began here",
        "and it ended here,” he said.",
        "Der »Pakt« stand.",
        "The ‘rules-based order’ again.",
        "A so-called 'partner' came."
      })
  void quotationsAreFound(String text) {
    assertTrue(Quotation.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Japan’s and Korea’s ships.", "The allies' plans, the partners' ports.", "Don't."})
  void apostrophesAreNoQuotation(String text) {
    assertFalse(Quotation.in(text));
  }

  @ParameterizedTest
  @CsvSource({
    "NATO acts., '', true",
    "The Atlantic alliance acts., '', true",
    "Alliances of states., '', false",
    "Hillary spoke., Hillary Clinton, true",
    "She spoke., Hillary Clinton, false",
    "A warmer climate., Climate Change is a Real Concern, true",
    "The EU spoke., EU, true",
    "Europe spoke., Legalization of Abortion, false"
  })
  void theTargetIsNamedByAnyOfItsLongerWords(String text, String target, boolean named) {
    assertEquals(named, TargetName.in(Sentence.alone("s", text).withTarget(target)));
  }
}
