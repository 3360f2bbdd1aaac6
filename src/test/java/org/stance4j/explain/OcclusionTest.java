package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.SentenceKind;
import org.stance4j.Stance;
import org.stance4j.TextSpan;

class OcclusionTest {
  private static Sentence sentence(String text, String previous, String next) {
    return new Sentence(
        "doc", text, new TextSpan(0, text.length()), SentenceKind.BODY, previous, next, "tea");
  }

  private static void assertPull(double pro, double anti, double neutral, Pull pull) {
    assertEquals(pro, pull.pro(), 1e-12);
    assertEquals(anti, pull.anti(), 1e-12);
    assertEquals(neutral, pull.neutral(), 1e-12);
  }

  @Test
  void aWordPullsByWhatItsAbsenceChanges() {
    Explanation explanation =
        new Occlusion(new WordModel())
            .explain(List.of(sentence("A good, not bad plan.", null, null)))
            .get(0);
    assertEquals(
        List.of("A", "good", "not", "bad", "plan"),
        explanation.words().stream().map(WordPull::word).toList());
    assertPull(0.3, 0, -0.3, explanation.words().get(1).pull());
    assertPull(0, 0, 0, explanation.words().get(2).pull());
    assertPull(0, 0.3, -0.3, explanation.words().get(3).pull());
    assertEquals(new TextSpan(2, 6), explanation.words().get(1).span());
    assertEquals(Pull.NONE, explanation.context());
    assertEquals(Pull.NONE, explanation.bias());
    assertEquals(0.4, explanation.probabilities().pro(), 1e-12);
    assertEquals(
        List.of("good"),
        explanation.strongest(Stance.PRO, 5).stream().map(WordPull::word).toList());
    assertEquals(List.of(), explanation.strongest(Stance.NEUTRAL, 5));
    assertEquals(ExplanationMethod.OCCLUSION, explanation.method());
  }

  @Test
  void wordsThatSayTheSameHideEachOther() {
    Explanation explanation =
        new Occlusion(new WordModel())
            .explain(List.of(sentence("good and good", null, null)))
            .get(0);
    explanation.words().forEach(word -> assertPull(0, 0, 0, word.pull()));
  }

  @Test
  void theContextIsKeptAndItsOwnPullIsTold() {
    WordModel model = new WordModel();
    Explanation explanation =
        new Occlusion(model).explain(List.of(sentence("A good plan.", "Oh yes.", "End."))).get(0);
    assertPull(0.1, 0, -0.1, explanation.context());
    assertPull(0.3, 0, -0.3, explanation.words().get(1).pull());
    List<Sentence> asked = model.calls.get(0);
    assertEquals(
        List.of("A good plan.", "good plan.", "A plan.", "A good.", "A good plan."),
        asked.stream().map(sentence -> sentence.text().strip()).toList());
    asked.subList(0, 4).forEach(one -> assertEquals("Oh yes.", one.previous()));
    asked.subList(0, 4).forEach(one -> assertEquals("End.", one.next()));
    asked.forEach(one -> assertEquals("tea", one.target()));
    Sentence alone = asked.get(4);
    assertTrue(alone.previous() == null && alone.next() == null);
  }

  @Test
  void allSentencesAreAskedInOneCallEachVariantInADocumentOfItsOwn() {
    WordModel model = new WordModel();
    List<Sentence> sentences =
        List.of(
            sentence("First good.", null, "Second bad."),
            sentence("Second bad.", "First good.", null));
    List<Explanation> both = new Occlusion(model).explain(sentences);
    assertEquals(1, model.calls.size());
    Set<String> documents = new HashSet<>();
    model.calls.get(0).forEach(one -> documents.add(one.documentId()));
    assertEquals(model.calls.get(0).size(), documents.size());
    assertEquals(both.subList(1, 2), new Occlusion(model).explain(sentences.subList(1, 2)));
  }

  @Test
  void aSentenceOfOneWordIsAskedWithAnEllipsisInItsPlace() {
    WordModel model = new WordModel();
    Explanation explanation =
        new Occlusion(model).explain(List.of(sentence("good", null, null))).get(0);
    assertPull(0.3, 0, -0.3, explanation.words().get(0).pull());
    assertEquals("…", model.calls.get(0).get(1).text());
  }

  @Test
  void aSentenceWithoutWordsHasNoPulls() {
    Explanation explanation =
        new Occlusion(new WordModel()).explain(List.of(sentence("— …", null, null))).get(0);
    assertEquals(List.of(), explanation.words());
  }

  @Test
  void onlyTheFirstWordsOfAVeryLongSentenceAreLookedAt() {
    String text = "word ".repeat(Occlusion.MOST_WORDS) + "good end";
    Explanation explanation =
        new Occlusion(new WordModel()).explain(List.of(sentence(text, null, null))).get(0);
    assertEquals(Occlusion.MOST_WORDS, explanation.words().size());
    assertEquals(2, explanation.left());
  }

  @Test
  void noSentencesHaveNoExplanations() {
    assertEquals(List.of(), new Occlusion(new WordModel()).explain(List.of()));
  }
}
