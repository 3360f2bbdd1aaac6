package org.stance4j.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stance4j.Dataset;
import org.stance4j.Example;
import org.stance4j.Holder;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

class UserSliceTest {
  private static final String TEXT = "NATO should not go there, \"ever\".";

  /** Five words that negate, quote and name the target; year 2024, an empty column. */
  private static final Example ONE =
      new Example(
          "s1",
          new Sentence("d1", TEXT, new TextSpan(0, TEXT.length()), SentenceKind.TITLE, null, null),
          Stance.ANTI,
          Holder.AUTHOR,
          "g1",
          Example.attributes(Map.of("register", "wire report", "year", "2024")));

  private static String value(String slice) {
    return UserSlice.parse(slice).slicer().value().apply(ONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "words > 5 | yes",
        "words >= 6 | yes",
        "words > 6 | no",
        "words = 6 | yes",
        "words<7 | yes",
        "characters <= 10 | no",
        "kind = title | yes",
        "kind != title | no",
        "holder = author | yes",
        "gold = anti | yes",
        "document = d1 | yes",
        "group = g1 and gold = pro | no",
        "group = g1 or gold = pro | yes",
        "register = 'wire report' | yes",
        "register = \"wire report\" | yes",
        "register contains WIRE | yes",
        "text contains 'go there' | yes",
        "year >= 2024 | yes",
        "year > 2024.5 | no",
        "missing < 3 | no",
        "missing = '' | yes",
        "negation | yes",
        "not quotation | no",
        "targetNamed and negation | yes",
        "not (words > 5 or negation) | no",
        "not words > 9 and kind = title | yes",
        "gold = pro and words > 5 or kind = title | yes",
        "gold = pro and (words > 5 or kind = title) | no",
        "text contains '\"ever\"' | yes"
      })
  void aConditionHoldsOrDoesNot(String condition, String expected) {
    assertEquals(expected, value(condition));
  }

  @Test
  void aColumnHasOnePartForEachValue() {
    assertEquals("wire report", value("column=register"));
    assertEquals("", value("column=odd name"));
    assertEquals("register", UserSlice.parse("column=register").slicer().attribute());
    assertEquals("words > 5", UserSlice.parse("words > 5").slicer().attribute());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "column=",
        "words",
        "words >",
        "words > long",
        "words > '5'",
        "> 5",
        "words ~ 5",
        "words > 5 6",
        "words > 5 and",
        "(words > 5",
        "words > 5)",
        "'words' > 5",
        "not",
        "text contains",
        "text = or = 3",
        "kind = 'title",
        "negation = yes",
        "register = (a)"
      })
  void whatCannotBeReadIsRefusedWithAnExample(String condition) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> UserSlice.parse(condition)).getMessage();
    assertTrue(message.startsWith("slice '" + condition + "'"), message);
    assertTrue(message.contains("column=NAME"), message);
  }

  @Test
  void endlessConditionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> UserSlice.parse("not ".repeat(60) + "negation"));
    assertThrows(
        IllegalArgumentException.class, () -> UserSlice.parse("(".repeat(2000) + "negation"));
  }

  @Test
  void aColumnThatIsComparedWithANumberMustHoldOne() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> value("register > 3")).getMessage();
    assertEquals(
        "slice 'register > 3': register of sentence 's1' is 'wire report', which is no number;"
            + " compare it with =, != or contains",
        message);
  }

  @Test
  void columnsThatTheDataLackAreNamed() {
    Dataset data = new Dataset("news", List.of(ONE));
    UserSlice slice = UserSlice.parse("year > 3 and wire = 1 and words > 2");
    assertEquals(Set.of("wire", "year"), slice.columns());
    assertEquals(
        "slice 'year > 3 and wire = 1 and words > 2': news has no column 'wire'; it has register,"
            + " year",
        assertThrows(IllegalArgumentException.class, () -> slice.requireColumns(data))
            .getMessage());
    UserSlice.parse("column=year").requireColumns(data);
  }

  @Test
  void aPartThatIsTheWholeIsNotShown() {
    Dataset data = new Dataset("news", List.of(ONE));
    assertEquals(
        "every sentence has the value 'yes', so that it would repeat the whole",
        UserSlice.parse("words > 2").whyNotShown(data));
  }
}
