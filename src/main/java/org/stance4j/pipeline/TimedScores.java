package org.stance4j.pipeline;

import java.util.List;
import org.stance4j.Dataset;
import org.stance4j.Sentence;
import org.stance4j.StanceModel;
import org.stance4j.evaluation.ScoredExample;

/**
 * A model's answers, and how fast they came.
 *
 * @param scored one for each example, in order
 * @param sentencesPerSecond of this run on this machine, beside whatever else it did
 */
public record TimedScores(List<ScoredExample> scored, double sentencesPerSecond) {
  /** Sentences that are scored before the clock starts, so that the weights are there. */
  private static final int WARM_UP = 50;

  private static final double NANOS = 1e9;

  public TimedScores {
    scored = List.copyOf(scored);
  }

  /**
   * Asks a model.
   *
   * @param data at least one example
   */
  public static TimedScores of(StanceModel model, Dataset data) {
    List<Sentence> sentences = data.sentences();
    model.predict(sentences.subList(0, Math.min(WARM_UP, sentences.size())));
    long start = System.nanoTime();
    List<ScoredExample> scored = Scoring.score(model, data);
    return new TimedScores(
        scored, sentences.size() / (Math.max(1, System.nanoTime() - start) / NANOS));
  }
}
