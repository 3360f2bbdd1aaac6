package org.stance4j.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;

class TargetedModelTest {
  /** Notes the sentences that it is asked for. */
  record Noting(List<Sentence> asked) implements StanceModel {
    @Override
    public List<StanceProbabilities> predict(List<Sentence> sentences) {
      asked.addAll(sentences);
      return sentences.stream().map(sentence -> new StanceProbabilities(1, 0, 0)).toList();
    }

    @Override
    public void close() {}
  }

  @Test
  void sentencesWithABlankTargetAreToldTheGivenOne() {
    List<Sentence> asked = new ArrayList<>();
    Sentence sentence = Sentence.alone("a", "It is late.");
    new TargetedModel(new Noting(asked), " women\u2019s\u00a0rights ")
        .predict(
            List.of(sentence, sentence.withTarget(" \u00a0\t"), sentence.withTarget("free tea")));
    assertEquals(
        List.of("women's rights", "women's rights", "free tea"),
        asked.stream().map(Sentence::target).toList());
  }
}
