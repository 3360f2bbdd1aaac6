package org.stance4j.evaluation;

import java.util.Optional;

/** What a reader must know before believing a figure. */
public enum EvaluationWarning {
  /** Fewer than {@value Interval#ENOUGH_CLUSTERS} clusters. */
  TOO_FEW_CLUSTERS(
      "too few clusters for a claim: fewer than "
          + Interval.ENOUGH_CLUSTERS
          + " groups, so the intervals are narrower than they should be"),
  /** Fewer than {@value Interval#MANY_CLUSTERS} clusters, but enough for a claim. */
  FEW_CLUSTERS(
      "fewer than "
          + Interval.MANY_CLUSTERS
          + " groups, so the intervals are somewhat narrower than they should be"),
  /** A stance has no gold example and yet is predicted. */
  MISSING_CLASS("a stance has no gold example here, so its recall and F1 say nothing"),
  /** A stance has no gold example and is never predicted, as with data of two stances. */
  UNUSED_CLASS(
      "a stance occurs neither in the data nor among the answers, so macro-F1 is the mean over the"
          + " others"),
  /** A stance has fewer than ten gold examples, but at least one. */
  RARE_CLASS("a stance has fewer than ten gold examples, so its figures are shaky"),
  /** The model gives every sentence the same stance. */
  SINGLE_PREDICTION("the model gives every sentence the same stance");

  private final String text;

  EvaluationWarning(String text) {
    this.text = text;
  }

  /** The warning of that many clusters, if one is due. */
  static Optional<EvaluationWarning> ofClusters(int clusters) {
    if (clusters < Interval.ENOUGH_CLUSTERS) {
      return Optional.of(TOO_FEW_CLUSTERS);
    }
    return clusters < Interval.MANY_CLUSTERS ? Optional.of(FEW_CLUSTERS) : Optional.empty();
  }

  /** What it starts with: {@code Beware}, or {@code Note} where nothing is wrong. */
  public String opening() {
    return this == UNUSED_CLASS || this == FEW_CLUSTERS ? "Note" : "Beware";
  }

  /** The warning in words, without a capital or a full stop. */
  public String text() {
    return text;
  }
}
