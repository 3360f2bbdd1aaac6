package org.stance4j.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ChangedSentence;
import org.stance4j.evaluation.ScoredExample;

class MovedWordsTest {
  /** Says anti, with a probability that rests on one word. */
  private record OneWord(String word, double share) implements StanceModel {
    @Override
    public List<StanceProbabilities> predict(List<Sentence> sentences) {
      return sentences.stream()
          .map(sentence -> sentence.text().contains(word) ? share : 0.2)
          .map(anti -> new StanceProbabilities(0.3, anti, 0.7 - anti))
          .toList();
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  private static final OneWord FIRST = new OneWord("tea", 0.3);
  private static final OneWord SECOND = new OneWord("bad", 0.6);

  private static List<ScoredExample> score(StanceModel model) {
    List<ScoredExample> gold =
        List.of(
            Samples.scored("same", "no tea here", Stance.NEUTRAL, 1, 0, 0),
            Samples.scored("fixed", "the tea is bad", Stance.ANTI, 1, 0, 0),
            Samples.scored("broken", "bad weather", Stance.NEUTRAL, 1, 0, 0),
            Samples.scored("wrong", "bad day", Stance.PRO, 1, 0, 0));
    List<StanceProbabilities> answers =
        model.predict(gold.stream().map(one -> one.example().sentence()).toList());
    return gold.stream()
        .map(one -> new ScoredExample(one.example(), answers.get(gold.indexOf(one))))
        .toList();
  }

  private static List<MovedWords> moved(int most) {
    return MovedWords.of("a", score(FIRST), FIRST, "b", score(SECOND), SECOND, most);
  }

  @Test
  void theWordsAreThoseWhosePullTowardsTheGoldStanceMoved() {
    List<MovedWords> moved = moved(10);
    // neutral moves from 0.5 to 0.1, anti from 0.3 to 0.6; what is wrong in both is not told of
    assertEquals(
        List.of("broken", "fixed"),
        moved.stream().map(one -> one.change().example().id()).toList());
    assertEquals(ChangedSentence.Kind.BROKEN, moved.get(0).change().kind());
    MovedWord weather = moved.get(0).words().get(0);
    assertEquals("bad", weather.word());
    assertEquals(0, weather.before(), 1e-12);
    assertEquals(-0.4, weather.after(), 1e-12);
    List<MovedWord> fixed = moved.get(1).words();
    assertEquals(List.of("bad", "tea"), fixed.stream().map(MovedWord::word).toList());
    assertEquals(0.4, fixed.get(0).moved(), 1e-12);
    assertEquals(0.1, fixed.get(1).before(), 1e-12);
    assertEquals(0, fixed.get(1).after(), 1e-12);
  }

  @Test
  void noMoreSentencesAreToldOfThanAsked() {
    assertEquals(1, moved(1).size());
    assertEquals(List.of(), moved(0));
  }
}
