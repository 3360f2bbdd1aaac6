package org.stance4j.evaluation;

import java.util.List;
import java.util.function.Function;
import org.stance4j.Stance;
import org.stance4j.StanceProbabilities;
import org.stance4j.StanceSet;

/**
 * How label sets did on sentences whose gold stance is known.
 *
 * @param n number of sentences
 * @param covered number whose set holds the gold stance
 * @param stances number of stances in all sets together
 * @param empty number whose set is empty
 * @param answered number whose set holds one stance
 * @param right number whose set holds one stance, the gold one
 */
public record SetFigures(int n, int covered, int stances, int empty, int answered, int right) {
  /** The figures of some sentences. */
  static SetFigures of(List<ScoredExample> scored, Function<StanceProbabilities, StanceSet> sets) {
    int covered = 0;
    int stances = 0;
    int empty = 0;
    int answered = 0;
    int right = 0;
    for (ScoredExample example : scored) {
      StanceSet set = sets.apply(example.probabilities());
      Stance gold = example.gold();
      covered += set.contains(gold) ? 1 : 0;
      stances += set.size();
      empty += set.size() == 0 ? 1 : 0;
      answered += set.size() == 1 ? 1 : 0;
      right += set.size() == 1 && set.contains(gold) ? 1 : 0;
    }
    return new SetFigures(scored.size(), covered, stances, empty, answered, right);
  }

  /** Share of the sentences whose set holds the gold stance, in [0, 1]; 0 without any. */
  public double coverage() {
    return share(covered, n);
  }

  /** Mean number of stances of a set, in [0, 3]; 0 without any. */
  public double meanSize() {
    return share(stances, n);
  }

  /** Share of the sentences that are answered with one stance, in [0, 1]; 0 without any. */
  public double answeredShare() {
    return share(answered, n);
  }

  /** Share of these answers that are right, in [0, 1]; 0 without any. */
  public double precision() {
    return share(right, answered);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
