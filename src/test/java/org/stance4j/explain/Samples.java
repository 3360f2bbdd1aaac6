package org.stance4j.explain;

import java.util.Map;
import org.stance4j.Example;
import org.stance4j.Sentence;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.evaluation.ScoredExample;

/** Labelled sentences for the tests. */
final class Samples {
  private Samples() {}

  static Example example(String id, String text, Stance stance) {
    return new Example(
        id, Sentence.alone(id, text), stance, null, id, Example.attributes(Map.of()));
  }

  static ScoredExample scored(
      String id, String text, Stance gold, double pro, double anti, double neutral) {
    return new ScoredExample(example(id, text, gold), new StanceProbabilities(pro, anti, neutral));
  }
}
