package org.stance4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.TextSpan;
import org.stance4j.encoder.Passage;

class SentenceInputTest {
  private static Sentence sentence(
      @Nullable String previous, @Nullable String next, String target) {
    return new Sentence(
        "d", "The  fleet sails.", new TextSpan(0, 17), SentenceKind.BODY, previous, next, target);
  }

  /** A document of these sentences. */
  private static List<Sentence> document(String id, String... texts) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < texts.length; i++) {
      sentences.add(
          new Sentence(
              id,
              texts[i],
              new TextSpan(start, start + texts[i].length()),
              SentenceKind.BODY,
              i == 0 ? null : texts[i - 1],
              i == texts.length - 1 ? null : texts[i + 1]));
      start += texts[i].length() + 1;
    }
    return sentences;
  }

  private static SentencePassage read(List<String> texts, int from, int to, Integer... rows) {
    return new SentencePassage(new Passage(texts, from, to), List.of(rows));
  }

  @Test
  void aSentenceByItselfStandsBetweenTheWordsThatItKnows() {
    SentenceInput input = new SentenceInput(9, 3, false, "");
    assertEquals(
        List.of(read(List.of("spring was late.", "The fleet sails.", "Nobody waved to"), 1, 2, 0)),
        input.of(List.of(sentence("The spring was late.", "Nobody waved to it.", ""))));
    assertEquals(
        List.of(read(List.of("The fleet sails.", "Nobody."), 0, 1, 0)),
        input.of(List.of(sentence(" ", "Nobody.", ""))));
    assertEquals(
        List.of(read(List.of("The fleet sails."), 0, 1, 0)),
        input.of(List.of(sentence(null, null, ""))));
  }

  /** Five sentences of two words, four words a passage, and three around it. */
  @Test
  void aDocumentIsCutIntoPassagesWithTheTextAroundThem() {
    List<Sentence> document = document("d", "a a.", "b b.", "c c.", "d d.", "e e.");
    assertEquals(
        List.of(
            read(List.of("a a.", "b b.", "c c.", "d"), 0, 2, 0, 1),
            read(List.of("a.", "b b.", "c c.", "d d.", "e e."), 2, 4, 2, 3),
            read(List.of("c.", "d d.", "e e."), 2, 3, 4)),
        new SentenceInput(4, 3, false, "").of(document));
  }

  @Test
  void passagesNeverMixDocumentsAndRowsAreFoundInAnyOrder() {
    List<Sentence> first = document("d", "a a.", "b b.");
    List<Sentence> second = document("e", "a a.", "b b.");
    SentenceInput input = new SentenceInput(9, 0, false, "");
    assertEquals(
        List.of(
            read(List.of("a a.", "b b."), 0, 2, 1, 0), read(List.of("a a.", "b b."), 0, 2, 2, 3)),
        input.of(List.of(first.get(1), first.get(0), second.get(0), second.get(1))));
  }

  /** An edit of the middle sentence has its neighbours, but is the neighbour of none. */
  @Test
  void anotherWordingOfASentenceDoesNotPartTheDocument() {
    List<Sentence> sentences = new ArrayList<>(document("d", "a.", "b.", "c."));
    sentences.add(new Sentence("d", "x.", new TextSpan(3, 5), SentenceKind.BODY, "a.", "c."));
    assertEquals(
        List.of(
            read(List.of("a.", "b.", "c."), 0, 3, 0, 1, 2),
            read(List.of("a.", "x.", "c."), 1, 2, 3)),
        new SentenceInput(9, 3, false, "").of(sentences));
  }

  @Test
  void textsThatRepeatThemselvesMakeNoCircle() {
    List<SentencePassage> passages =
        new SentenceInput(99, 3, false, "").of(document("d", "a.", "a.", "a.", "b.", "a.", "b."));
    assertEquals(
        List.of(0, 1, 2, 3, 4, 5),
        passages.stream().flatMap(passage -> passage.rows().stream()).sorted().toList());
  }

  @Test
  void theTargetStandsInFrontWhereItIsAskedFor() {
    SentenceInput input = new SentenceInput(9, 2, true, "naval visits");
    assertEquals(
        List.of(read(List.of("naval visits", "was late.", "The fleet sails."), 2, 3, 0)),
        input.of(List.of(sentence("The spring was late.", null, ""))));
    assertEquals(
        List.of(read(List.of("tariffs", "The fleet sails."), 1, 2, 0)),
        input.of(List.of(sentence(null, null, " tariffs"))));
    assertEquals(
        List.of(read(List.of("The fleet sails."), 0, 1, 0)),
        new SentenceInput(9, 2, true, "").of(List.of(sentence(null, null, ""))));
  }

  @Test
  void wrongNumbersAreRefused() {
    assertEquals(
        "a passage has at least 1 word and a context at least 0, got 9 and -1",
        assertThrows(IllegalArgumentException.class, () -> new SentenceInput(9, -1, false, ""))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new SentenceInput(0, 2, false, ""));
  }
}
