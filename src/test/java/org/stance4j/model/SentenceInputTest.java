package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.encoder.EncoderText;

class SentenceInputTest {
  private static Sentence sentence(
      @Nullable String previous, @Nullable String next, String target) {
    return new Sentence(
        "d", "The  fleet sails.", new TextSpan(0, 17), SentenceKind.BODY, previous, next, target);
  }

  private static EncoderText text(SentenceInput input, Sentence sentence) {
    return input.of(List.of(sentence)).get(0);
  }

  @Test
  void theContextIsTheEndOfTheOneBeforeAndTheBeginningOfTheOneAfter() {
    SentenceInput input = new SentenceInput(2, 3, false, "");
    assertEquals(
        new EncoderText("The fleet sails.", "was late. [SEP] Nobody waved to"),
        text(input, sentence("The spring was late.", "Nobody waved to it.", "")));
    assertEquals("late. [SEP] ", text(input, sentence("late.", null, "")).context());
    assertEquals(" [SEP] Nobody.", text(input, sentence(" ", "Nobody.", "")).context());
    assertEquals("", text(input, sentence(null, null, "")).context());
  }

  @Test
  void withoutWordsThereIsNoContext() {
    SentenceInput input = new SentenceInput(0, 0, false, "");
    assertEquals(
        EncoderText.alone("The fleet sails."), text(input, sentence("Before.", "After.", "")));
  }

  @Test
  void theTargetStandsInFrontWhereItIsAskedFor() {
    SentenceInput input = new SentenceInput(0, 0, true, "naval visits");
    assertEquals(
        "target: naval visits text: The fleet sails.",
        text(input, sentence(null, null, "")).text());
    assertEquals(
        "target: tariffs text: The fleet sails.",
        text(input, sentence(null, null, " tariffs")).text());
    assertEquals(
        "The fleet sails.",
        text(new SentenceInput(0, 0, true, ""), sentence(null, null, "")).text());
  }

  @Test
  void negativeNumbersAreRefused() {
    assertEquals(
        "words of the context must be at least 0, got -1 before and 2 after",
        assertThrows(IllegalArgumentException.class, () -> new SentenceInput(-1, 2, false, ""))
            .getMessage());
  }
}
