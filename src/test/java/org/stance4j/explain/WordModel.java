package org.stance4j.explain;

import java.util.ArrayList;
import java.util.List;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.StanceProbabilities;

/**
 * A model of three words: {@code good} adds 0.3 to pro, {@code bad} adds 0.3 to anti, {@code yes}
 * in the sentence before adds 0.1 to pro; both start from 0.1, and neutral is the rest.
 */
final class WordModel implements StanceModel {
  /** The sentences of each call. */
  final List<List<Sentence>> calls = new ArrayList<>();

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    calls.add(sentences);
    return sentences.stream().map(WordModel::predict).toList();
  }

  private static StanceProbabilities predict(Sentence sentence) {
    double pro = 0.1 + (sentence.text().contains("good") ? 0.3 : 0);
    String previous = sentence.previous();
    pro += previous != null && previous.contains("yes") ? 0.1 : 0;
    double anti = 0.1 + (sentence.text().contains("bad") ? 0.3 : 0);
    return new StanceProbabilities(pro, anti, 1 - pro - anti);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
