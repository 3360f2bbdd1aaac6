package org.stance4j.noise;

import java.util.Comparator;
import org.stance4j.Stance;
import org.stance4j.evaluation.ScoredExample;

/**
 * A label that is likely wrong.
 *
 * @param scored the example with its given label, and the probabilities
 * @param suggested the label that is more likely
 */
public record LabelIssue(ScoredExample scored, Stance suggested) {
  /** The most suspicious first, then by id. */
  static final Comparator<LabelIssue> WORST_FIRST =
      Comparator.<LabelIssue>comparingDouble(issue -> margin(issue.scored))
          .thenComparing(issue -> issue.scored.example().id());

  public LabelIssue {
    if (suggested == scored.gold()) {
      throw new IllegalArgumentException(
          "example '" + scored.example().id() + "' has the suggested label already");
    }
  }

  /** The label as it stands in the data. */
  public Stance given() {
    return scored.gold();
  }

  /**
   * The normalised margin: probability of the given label minus the largest of the others, in [−1,
   * 1]; the lower, the more suspicious.
   */
  public double margin() {
    return margin(scored);
  }

  static double margin(ScoredExample scored) {
    double best = 0;
    for (Stance stance : Stance.values()) {
      if (stance != scored.gold()) {
        best = Math.max(best, scored.probabilities().of(stance));
      }
    }
    return scored.probabilities().of(scored.gold()) - best;
  }
}
